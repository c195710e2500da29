namespace NetDsl.Emit;

/// <summary>What one node takes from another.</summary>
internal enum PictureEdgeKind
{
    /// <summary>Its output.</summary>
    Data,

    /// <summary>Its output of the step before.</summary>
    Previous,

    /// <summary>Its parameters, or the order of what happens.</summary>
    Other,
}
