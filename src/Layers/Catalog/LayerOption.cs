namespace NetDsl.Layers;

/// <summary>One option of a class.</summary>
/// <param name="Name">The key in the dict.</param>
/// <param name="Type">What it can hold.</param>
internal sealed record LayerOption(string Name, OptionType Type)
{
    /// <summary>Whether RETURNN refuses a dict without it.</summary>
    internal bool IsRequired { get; init; }

    /// <summary>The first behavior version that asks for it; counts only if it is required.</summary>
    internal int RequiredFrom { get; init; }

    /// <summary>The option that stands in for it if it is required.</summary>
    internal string? Unless { get; init; }

    /// <summary>What RETURNN takes if it is not given; null if there is no such value, or one that only code can say.</summary>
    internal OptionValue? Default { get; init; }

    /// <summary>What it could be once.</summary>
    internal OldValue? Old { get; init; }

    /// <summary>Where it names axes.</summary>
    internal AxisPlaces Axes { get; init; }

    /// <summary>The texts it takes, if they are a list; those it takes besides axes, if it names axes.</summary>
    internal WordSet? Words { get; init; }
}
