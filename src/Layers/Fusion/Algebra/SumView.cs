namespace NetDsl.Layers;

/// <summary>
/// A tensor seen as the sum of two terms with signs. Only one level: what stands in for a placeholder may be a sum itself.
/// </summary>
internal readonly record struct SumView(SignedTerm First, SignedTerm Second)
{
    /// <summary>The sum that a factor is, or null if it is none.</summary>
    internal static SumView? Of(Factor factor) =>
        factor switch
        {
            { Minus: { } minus } => new SumView(new(factor.Base, 1), new(minus, -1)),
            { Base.Node: BinaryNode { Operator: BinaryOperator.Add } sum } => new SumView(
                new(sum.Left, 1),
                new(sum.Right, 1)
            ),
            { Base.Node: BinaryNode { Operator: BinaryOperator.Subtract } difference } => new SumView(
                new(difference.Left, 1),
                new(difference.Right, -1)
            ),
            _ => null,
        };

    /// <summary>The terms the other way round.</summary>
    internal SumView Swapped => new(Second, First);

    /// <summary>Both terms with the opposite sign.</summary>
    internal SumView Negated => new(First.Negated, Second.Negated);
}
