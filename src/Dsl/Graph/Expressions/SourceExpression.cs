namespace NetDsl;

/// <summary>One of the tensors that a formula reads, by its place among them.</summary>
internal sealed record SourceExpression(int Place) : Expression;
