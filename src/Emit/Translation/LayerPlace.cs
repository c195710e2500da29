namespace NetDsl.Emit;

/// <summary>Which layer, and which of the user's lines, a finding is about. The name is put together only if there is one.</summary>
/// <param name="Path">The module's path; may be empty.</param>
/// <param name="Name">The layer's name in the module.</param>
/// <param name="Location">The user's line.</param>
internal readonly record struct LayerPlace(string Path, string Name, SourceLocation Location)
{
    internal LayerPlace(string name, SourceLocation location)
        : this("", name, location) { }

    /// <summary>The whole name.</summary>
    internal string Layer => Path.Length == 0 ? Name : $"{Path}.{Name}";
}
