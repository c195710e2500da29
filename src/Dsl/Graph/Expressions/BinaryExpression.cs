namespace NetDsl;

/// <summary>A function of two formulas.</summary>
internal sealed record BinaryExpression(BinaryOperator Operator, Expression Left, Expression Right) : Expression;
