namespace NetDsl.Layers;

/// <summary>A top-level key that RETURNN reads.</summary>
/// <param name="Name">The key.</param>
/// <param name="Type">What RETURNN's getter takes.</param>
/// <param name="Words">The texts it takes, if they are a list.</param>
internal sealed record ConfigKey(string Name, OptionType Type, WordSet? Words);
