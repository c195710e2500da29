namespace NetDsl.Layers;

/// <summary>How an axis comes from others, in RETURNN's terms (contract 11).</summary>
internal enum AxisOperator
{
    /// <summary>A plain number.</summary>
    Constant,

    /// <summary>The sum, in this order.</summary>
    Add,

    /// <summary>The product, the left one outer.</summary>
    Multiply,

    /// <summary>The quotient, rounded down.</summary>
    FloorDivide,

    /// <summary>The quotient of a product by its right factor.</summary>
    Divide,

    /// <summary>The quotient of a product by its left factor.</summary>
    DivideLeft,

    /// <summary>The quotient, rounded up.</summary>
    CeilDivide,

    /// <summary>The quotient by a left factor, rounded up.</summary>
    CeilDivideLeft,
}
