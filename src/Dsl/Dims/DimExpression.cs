namespace NetDsl;

/// <summary>How a derived dim was made, so that the emitted config can make it the same way.</summary>
internal sealed record DimExpression(DimOperator Operator, DimOperand Left, DimOperand Right);
