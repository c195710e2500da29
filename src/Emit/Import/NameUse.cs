namespace NetDsl.Emit;

/// <summary>A name that stood for a value assigned earlier; the config holds that value instead.</summary>
/// <param name="Name">The name.</param>
/// <param name="Location">Where it was used.</param>
internal sealed record NameUse(string Name, SourceLocation Location);
