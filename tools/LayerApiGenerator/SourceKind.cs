namespace NetDsl.LayerApiGenerator;

/// <summary>What a layer class reads by <c>from</c>.</summary>
internal enum SourceKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>One layer.</summary>
    One,

    /// <summary>Two layers, each with a role.</summary>
    Two,

    /// <summary>One or several layers.</summary>
    Several,

    /// <summary>Several layers, each with an axis.</summary>
    Pairs,
}
