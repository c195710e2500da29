namespace NetDsl;

/// <summary>A function of one formula.</summary>
internal sealed record UnaryExpression(UnaryOperator Operator, Expression Operand) : Expression;
