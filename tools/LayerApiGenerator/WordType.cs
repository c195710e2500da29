namespace NetDsl.LayerApiGenerator;

/// <summary>A type whose members are the texts that an option takes.</summary>
/// <param name="Type">The type.</param>
/// <param name="Does">What it is, in a sentence.</param>
/// <param name="Words">Member and text of each.</param>
internal sealed record WordType(ParameterType Type, string Does, IReadOnlyList<(string Member, string Text)> Words)
{
    /// <summary>Whether it is an enum: RETURNN takes these texts and nothing else.</summary>
    public bool IsEnum { get; init; }

    /// <summary>What a name that is not listed stands for; null if there are none.</summary>
    public string? Named { get; init; }

    /// <summary>What an expression is; null if it takes none.</summary>
    public string? Expression { get; init; }
}
