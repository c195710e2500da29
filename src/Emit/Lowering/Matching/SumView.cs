namespace NetDsl.Emit;

/// <summary>
/// A tensor seen as the sum of two terms with signs: <c>a - b</c>, <c>a + (-b)</c> and <c>-b + a</c> look alike. Only one level: what
/// stands in for a placeholder may be a sum itself.
/// </summary>
internal sealed class SumView
{
    private SumView(Tensor first, double firstSign, Tensor second, double secondSign)
    {
        (First, FirstSign, Second, SecondSign) = (first, firstSign, second, secondSign);
    }

    internal Tensor First { get; private set; }

    internal double FirstSign { get; private set; }

    internal Tensor Second { get; private set; }

    internal double SecondSign { get; private set; }

    /// <summary>Negations that the signs have taken up.</summary>
    internal List<Tensor> Inner { get; } = [];

    /// <summary>The sum that a factor is, or null if it is none.</summary>
    internal static SumView? Of(Factor factor, Func<Tensor, Tensor> resolve)
    {
        var view = factor.Minus is { } minus ? new SumView(factor.Base, 1, minus, -1) : Of(factor.Base);
        view?.TakeUpSigns(resolve);
        return view;
    }

    private static SumView? Of(Tensor tensor) =>
        tensor.Node switch
        {
            BinaryNode { Operator: BinaryOperator.Add } sum => new(sum.Left, 1, sum.Right, 1),
            BinaryNode { Operator: BinaryOperator.Subtract } difference => new(
                difference.Left,
                1,
                difference.Right,
                -1
            ),
            _ => null,
        };

    private void TakeUpSigns(Func<Tensor, Tensor> resolve)
    {
        (First, FirstSign) = TakeUpSign(resolve(First), FirstSign, resolve);
        (Second, SecondSign) = TakeUpSign(resolve(Second), SecondSign, resolve);
    }

    private (Tensor Term, double Sign) TakeUpSign(Tensor term, double sign, Func<Tensor, Tensor> resolve)
    {
        while (term.Node is UnaryNode { Operator: UnaryOperator.Negate } negated)
        {
            Inner.Add(term);
            (term, sign) = (resolve(negated.Operand), -sign);
        }

        return (term, sign);
    }
}
