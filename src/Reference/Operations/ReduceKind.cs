namespace NetDsl.Reference;

/// <summary>What becomes of the entries of an axis that goes.</summary>
internal enum ReduceKind
{
    /// <summary>All together; 0 of none.</summary>
    Sum,

    /// <summary>The largest.</summary>
    Maximum,

    /// <summary>The smallest.</summary>
    Minimum,

    /// <summary>Their product; no gradient where an entry is 0.</summary>
    Product,
}
