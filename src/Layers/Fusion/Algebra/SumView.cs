namespace NetDsl.Layers;

/// <summary>
/// A tensor seen as the sum of two terms with signs: <c>a - b</c>, <c>a + (-b)</c> and <c>-b + a</c> look alike. Only one level: what
/// stands in for a placeholder may be a sum itself.
/// </summary>
internal sealed class SumView
{
    private SumView(SignedTerm first, SignedTerm second, Func<Tensor, Tensor> resolve)
    {
        First = WithSign(first, resolve);
        Second = WithSign(second, resolve);
    }

    internal SignedTerm First { get; }

    internal SignedTerm Second { get; }

    /// <summary>Negations that the signs have taken up.</summary>
    internal List<Tensor> Inner { get; } = [];

    /// <summary>The sum that a factor is, or null if it is none.</summary>
    internal static SumView? Of(Factor factor, Func<Tensor, Tensor> resolve) =>
        factor switch
        {
            { Minus: { } minus } => new(new(factor.Base, 1), new(minus, -1), resolve),
            { Base.Node: BinaryNode { Operator: BinaryOperator.Add } sum } => new(
                new(sum.Left, 1),
                new(sum.Right, 1),
                resolve
            ),
            { Base.Node: BinaryNode { Operator: BinaryOperator.Subtract } difference } => new(
                new(difference.Left, 1),
                new(difference.Right, -1),
                resolve
            ),
            _ => null,
        };

    private SignedTerm WithSign(SignedTerm term, Func<Tensor, Tensor> resolve)
    {
        var (tensor, sign) = (resolve(term.Tensor), term.Sign);
        while (tensor.Node is UnaryNode { Operator: UnaryOperator.Negate } negated)
        {
            Inner.Add(tensor);
            (tensor, sign) = (resolve(negated.Operand), -sign);
        }

        return new(tensor, sign);
    }
}
