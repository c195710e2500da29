namespace NetDsl.Layers;

/// <summary>The texts that an option takes.</summary>
/// <param name="Words">The texts; compared as RETURNN does.</param>
/// <param name="IsOpen">Whether there may be more: TensorFlow looks them up by name.</param>
/// <param name="ExpressionMarks">A text with one of these characters is an expression.</param>
internal sealed record WordSet(IReadOnlySet<string> Words, bool IsOpen, string ExpressionMarks)
{
    /// <summary>Whether the class of a dict in this place is one of the texts, too.</summary>
    internal bool NamesClasses { get; init; }

    /// <summary>Whether the text is taken for sure, or is an expression.</summary>
    internal bool Knows(string text) => Words.Contains(text) || text.AsSpan().ContainsAny(ExpressionMarks);
}
