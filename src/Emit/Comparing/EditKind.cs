namespace NetDsl.Emit;

/// <summary>What was done to a net.</summary>
public enum EditKind
{
    /// <summary>A layer that was not there, with those inside it.</summary>
    Added,

    /// <summary>A layer that is gone, with those inside it.</summary>
    Removed,

    /// <summary>A layer, or all below a name, with another name.</summary>
    Renamed,

    /// <summary>A layer at another place: between other layers, or in another net inside.</summary>
    Moved,

    /// <summary>A layer of another class.</summary>
    Retyped,

    /// <summary>Other options, or other sources.</summary>
    Changed,

    /// <summary>A dim of another size.</summary>
    Resized,

    /// <summary>A key of the config besides the net.</summary>
    Setting,
}
