namespace NetDsl;

/// <summary>Functions of two tensors that work entry by entry.</summary>
internal enum BinaryOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Maximum,
    Minimum,
    Power,
    SquaredDifference,
    FloorDivide,
    Modulo,
    LogAddExp,
    And,
    Or,
}
