namespace NetDsl.Emit;

/// <summary>What can be chosen about a picture.</summary>
/// <param name="Format">The form.</param>
public sealed record PictureOptions(PictureFormat Format)
{
    /// <summary>
    /// How deep modules are open, 0 for none; null for all. Of a page only what is open at first: null opens as much as fits a screen.
    /// </summary>
    public int? Depth { get; init; }

    /// <summary>What to mark: what tells an older net from this one.</summary>
    public NetDifference? Against { get; init; }

    /// <summary>Turns a source file's path into what the reader shall see.</summary>
    public Func<string, string> ShowPath { get; init; } = path => path;
}
