namespace NetDsl;

/// <summary>The arithmetic RETURNN knows on dims (contract 11). Order of operands matters there: <c>a+b</c> is not <c>b+a</c>.</summary>
internal enum DimOperator
{
    /// <summary><c>a + b</c>, also for a number on either side.</summary>
    Add,

    /// <summary><c>a - n</c>.</summary>
    Subtract,

    /// <summary><c>a * b</c>, also for a number on either side.</summary>
    Multiply,

    /// <summary><c>a // n</c>.</summary>
    FloorDivide,

    /// <summary><c>a.ceildiv_right(n)</c>.</summary>
    CeilDivide,
}
