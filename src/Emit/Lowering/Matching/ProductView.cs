namespace NetDsl.Emit;

/// <summary>
/// A tensor seen as a product: a number and factors to powers. <c>a * rsqrt(b)</c>, <c>a / sqrt(b)</c> and <c>a * pow(b, -0.5)</c>
/// look alike, and so do all orders and groupings.
/// </summary>
internal sealed class ProductView
{
    private readonly Func<Tensor, Tensor> resolve;

    internal ProductView(Tensor tensor, Func<Tensor, Tensor> resolve)
    {
        this.resolve = resolve;
        var pending = new Stack<(Tensor Tensor, double Exponent)>();
        pending.Push((tensor, 1));
        while (pending.TryPop(out var next))
        {
            Take(resolve(next.Tensor), next.Exponent, pending);
        }
    }

    /// <summary>The product of all numbers.</summary>
    internal double Coefficient { get; private set; } = 1;

    /// <summary>The factors, equal ones joined.</summary>
    internal List<Factor> Factors { get; } = [];

    /// <summary>The tensors that only multiply, divide or take powers.</summary>
    internal List<Tensor> Inner { get; } = [];

    /// <summary>Whether there is more to see than the tensor itself.</summary>
    internal bool IsProduct => Inner.Count > 0;

    private void Take(Tensor tensor, double exponent, Stack<(Tensor, double)> pending)
    {
        // (ab)^n is a^n b^n and (a^b)^n is a^(bn) for whole n only: sqrt(a^2) is not a.
        var whole = exponent == Math.Truncate(exponent);
        switch (tensor.Node)
        {
            case ConstantNode { Number: { } number }:
                Coefficient *= Math.Pow(number, exponent);
                break;
            case BinaryNode { Operator: BinaryOperator.Multiply } product when whole:
                Expand(tensor, pending, (product.Right, exponent), (product.Left, exponent));
                break;
            case BinaryNode { Operator: BinaryOperator.Divide } quotient when whole:
                Expand(tensor, pending, (quotient.Right, -exponent), (quotient.Left, exponent));
                break;
            case BinaryNode { Operator: BinaryOperator.SquaredDifference } difference when whole:
                Inner.Add(tensor);
                Add(new(resolve(difference.Left), resolve(difference.Right), 2 * exponent));
                break;
            case BinaryNode { Operator: BinaryOperator.Power, Right.Node: ConstantNode { Number: { } power } } raised when whole:
                Expand(tensor, pending, (raised.Left, power * exponent));
                break;
            case UnaryNode { Operator: UnaryOperator.Negate } negated when whole:
                Coefficient *= Math.Pow(-1, exponent);
                Expand(tensor, pending, (negated.Operand, exponent));
                break;
            case UnaryNode unary when whole && PowerOf(unary.Operator) is { } power:
                Expand(tensor, pending, (unary.Operand, power * exponent));
                break;
            default:
                Add(new(tensor, null, exponent));
                break;
        }
    }

    private static double? PowerOf(UnaryOperator op) =>
        op switch
        {
            UnaryOperator.Square => 2,
            UnaryOperator.Sqrt => 0.5,
            UnaryOperator.Rsqrt => -0.5,
            UnaryOperator.Reciprocal => -1,
            _ => null,
        };

    private void Expand(Tensor tensor, Stack<(Tensor, double)> pending, params ReadOnlySpan<(Tensor, double)> parts)
    {
        Inner.Add(tensor);
        foreach (var part in parts)
        {
            pending.Push(part);
        }
    }

    private void Add(Factor factor)
    {
        var same = Factors.FindIndex(factor.IsSame);
        if (same < 0)
        {
            Factors.Add(factor);
        }
        else
        {
            Factors[same] = factor with { Exponent = Factors[same].Exponent + factor.Exponent };
        }
    }
}
