namespace NetDsl;

/// <summary>What <see cref="Ops.Pad"/> puts at the ends of an axis.</summary>
public enum PadKind
{
    /// <summary>A number.</summary>
    Constant,

    /// <summary>The entries next to the end, backwards, without the last one.</summary>
    Reflect,

    /// <summary>The entries next to the end, backwards.</summary>
    Symmetric,

    /// <summary>The last entry again.</summary>
    Replication,
}
