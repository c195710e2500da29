namespace NetDsl.LayerApiGenerator;

/// <summary>A file as it has to be in the repository.</summary>
/// <param name="Path">From the root, with slashes.</param>
/// <param name="Text">All of it.</param>
public sealed record GeneratedFile(string Path, string Text);
