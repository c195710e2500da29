namespace NetDsl.Layers;

/// <summary>How an axis was merged into the batch axis.</summary>
internal enum BatchPartKind
{
    /// <summary>It is the batch axis of the data.</summary>
    Global,

    /// <summary>An axis of one size for all sequences.</summary>
    Fixed,

    /// <summary>With the padding behind shorter sequences.</summary>
    Padded,

    /// <summary>Without padding.</summary>
    Packed,
}
