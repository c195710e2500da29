namespace NetDsl.Layers;

/// <summary>One factor of a product: a tensor, or the difference of two, to a power; with the line that raises it to that power.</summary>
internal readonly record struct Factor(Tensor Base, Tensor? Minus, double Exponent, SourceLocation Location)
{
    /// <summary>Whether it matches anything of its kind, in a pattern.</summary>
    internal bool IsPlaceholder => Base.Node is InputNode or ParameterNode;

    internal static Factor Of(Tensor tensor) => new(tensor, null, 1, tensor.Node.Location);

    /// <summary>Whether both are one tensor, or the difference of the same two.</summary>
    internal bool IsSame(Factor other) =>
        (Minus is null && other.Minus is null && Base.Is(other.Base))
        || (
            Difference is { } mine
            && other.Difference is { } others
            && mine.Left.Is(others.Left)
            && mine.Right.Is(others.Right)
        );

    private (Tensor Left, Tensor Right)? Difference =>
        Minus is not null ? (Base, Minus)
        : Base.Node is BinaryNode { Operator: BinaryOperator.Subtract } difference ? (difference.Left, difference.Right)
        : null;
}
