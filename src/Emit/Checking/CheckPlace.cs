namespace NetDsl.Emit;

/// <summary>What a finding is about.</summary>
/// <param name="Words">What it is called in the middle of a sentence, as <c>the optimizer</c>; null for a layer.</param>
/// <param name="Layer">The layer's path, if it is one.</param>
/// <param name="Path">The way to its dict; null for the config itself.</param>
/// <param name="Places">Where paths are.</param>
internal readonly record struct CheckPlace(string? Words, string? Layer, ConfigPath? Path, ICheckPlaces Places)
{
    /// <summary>In words, for the middle of a sentence: <c>the layer "ff"</c>, <c>the optimizer</c>. Put together only where something is found.</summary>
    internal string Subject => Words ?? $"the layer {SchemaDiagnostics.Quote(Layer!)}";

    /// <summary>The place itself, or that of the nearest dict around it that has one.</summary>
    internal SourceLocation Location
    {
        get
        {
            for (var path = Path; path is not null; path = path.Outer)
            {
                if (Places.Find(path) is { IsKnown: true } location)
                {
                    return location;
                }
            }

            return SourceLocation.None;
        }
    }

    /// <summary>One option of it; the subject stays.</summary>
    internal CheckPlace At(string option) => this with { Path = new(Path, option) };

    /// <summary>A layer in it.</summary>
    internal CheckPlace AtLayer(string layer, string key) => new(Words: null, layer, new(Path, key), Places);
}
