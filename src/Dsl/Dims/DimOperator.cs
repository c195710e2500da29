namespace NetDsl;

/// <summary>The arithmetic RETURNN knows on dims (contract 11). Order of operands matters there: <c>a+b</c> is not <c>b+a</c>.</summary>
internal enum DimOperator
{
    /// <summary><c>a + b</c>, also for a number on either side.</summary>
    Add,

    /// <summary><c>a - b</c>, also for a number on the right.</summary>
    Subtract,

    /// <summary><c>a * b</c>, also for a number on either side.</summary>
    Multiply,

    /// <summary><c>a / b</c>: the left factor of a product, so that nothing remains. As all quotients also by a number.</summary>
    Divide,

    /// <summary><c>a.div_left(b)</c>: the right factor of a product, so that nothing remains.</summary>
    DivideLeft,

    /// <summary><c>a // b</c>.</summary>
    FloorDivide,

    /// <summary><c>a.ceildiv_right(b)</c>.</summary>
    CeilDivide,

    /// <summary><c>a.ceildiv_left(b)</c>.</summary>
    CeilDivideLeft,
}
