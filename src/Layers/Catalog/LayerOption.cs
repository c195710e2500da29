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

    /// <summary>The texts it takes, if they are a list.</summary>
    internal WordSet? Words { get; init; }
}
