namespace NetDsl;

/// <summary>How a dim belongs to a shape without being an axis of it; RETURNN's <c>out_shape</c> lists such dims, too (contract 3.5).</summary>
public enum DimMark
{
    /// <summary>An ordinary axis.</summary>
    None,

    /// <summary>The dim that a tensor of class indices points into: <c>ImplicitSparseDim(d)</c>.</summary>
    ImplicitSparse,

    /// <summary>A dim that the length of a dynamic axis depends on: <c>ImplicitDynSizeDim(d)</c>.</summary>
    ImplicitDynSize,
}
