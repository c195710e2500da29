namespace NetDsl.Layers;

/// <summary>
/// A tensor seen as a product: a number and factors to powers. <c>a * rsqrt(b)</c>, <c>a / sqrt(b)</c> and <c>a * pow(b, -0.5)</c>
/// look alike, and so do all orders and groupings.
/// </summary>
internal sealed class ProductView
{
    // Patterns have a handful of factors; a product of thousands is none of theirs, and must not be walked at each of its steps.
    private const int MostFactors = 8;

    private readonly Func<Tensor, Tensor> resolve;
    private IReadOnlyList<Factor>? placeholdersLast;

    internal ProductView(Tensor tensor, Func<Tensor, Tensor> resolve)
    {
        this.resolve = resolve;
        var pending = new Stack<Factor>(MostFactors);
        pending.Push(Factor.Of(tensor));
        while (pending.TryPop(out var next))
        {
            Take(next with { Base = resolve(next.Base) }, pending);
        }
    }

    /// <summary>The product of all numbers.</summary>
    internal double Coefficient { get; private set; } = 1;

    /// <summary>The factors, equal ones joined.</summary>
    internal List<Factor> Factors { get; } = [];

    /// <summary>The factors with placeholders at the end: they match anything, and would take what belongs to others.</summary>
    internal IReadOnlyList<Factor> PlaceholdersLast =>
        placeholdersLast ??= [.. Factors.OrderBy(factor => factor.IsPlaceholder)];

    /// <summary>The tensors that only multiply, divide or take powers.</summary>
    internal List<Tensor> Inner { get; } = [];

    /// <summary>Whether there is more to see than the tensor itself.</summary>
    internal bool IsProduct => Inner.Count > 0;

    private void Take(Factor part, Stack<Factor> pending)
    {
        var (tensor, _, exponent, _) = part;

        // (ab)^n is a^n b^n and (a^b)^n is a^(bn) for whole n only: sqrt(a^2) is not a.
        var expands = exponent == Math.Truncate(exponent) && HasRoom(pending);
        switch (tensor.Node)
        {
            case ConstantNode { Number: { } number } when tensor.Dims.Count == 0:
                Coefficient *= Math.Pow(number, exponent);
                break;
            case BinaryNode { Operator: BinaryOperator.Multiply } product when expands:
                Expand(tensor, pending, (product.Right, exponent), (product.Left, exponent));
                break;
            // The root of 1/a is 1/root of a, whatever a is.
            case UnaryNode { Operator: UnaryOperator.Reciprocal } inverse when !expands && HasRoom(pending):
                Expand(tensor, pending, (inverse.Operand, -exponent));
                break;
            case BinaryNode { Operator: BinaryOperator.Divide, Left.Node: ConstantNode { Number: 1 } } inverse
                when !expands && HasRoom(pending):
                Expand(tensor, pending, (inverse.Right, -exponent));
                break;
            case BinaryNode { Operator: BinaryOperator.Divide } quotient when expands:
                Expand(tensor, pending, (quotient.Right, -exponent), (quotient.Left, exponent));
                break;
            case BinaryNode { Operator: BinaryOperator.SquaredDifference } squared when expands:
                Inner.Add(tensor);
                Add(new(resolve(squared.Left), resolve(squared.Right), 2 * exponent, tensor.Node.Location));
                break;
            case BinaryNode { Operator: BinaryOperator.Power, Right.Node: ConstantNode { Number: { } power } } raised
                when expands:
                Expand(tensor, pending, (raised.Left, power * exponent));
                break;
            case UnaryNode { Operator: UnaryOperator.Negate } negated when expands:
                Coefficient *= Math.Pow(-1, exponent);
                Expand(tensor, pending, (negated.Operand, exponent));
                break;
            case UnaryNode unary when expands && PowerOf(unary.Operator) is { } power:
                Expand(tensor, pending, (unary.Operand, power * exponent));
                break;
            default:
                Add(part);
                break;
        }
    }

    private bool HasRoom(Stack<Factor> pending) => Factors.Count + pending.Count < MostFactors;

    private static double? PowerOf(UnaryOperator op) =>
        op switch
        {
            UnaryOperator.Square => 2,
            UnaryOperator.Sqrt => 0.5,
            UnaryOperator.Rsqrt => -0.5,
            UnaryOperator.Reciprocal => -1,
            _ => null,
        };

    private void Expand(Tensor tensor, Stack<Factor> pending, params ReadOnlySpan<(Tensor Base, double Exponent)> parts)
    {
        Inner.Add(tensor);
        foreach (var (part, exponent) in parts)
        {
            pending.Push(new(part, null, exponent, tensor.Node.Location));
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
            if (!Factors[same].Base.Is(factor.Base))
            {
                // The same difference, written a second time.
                Inner.Add(factor.Base);
            }

            Factors[same] = Factors[same] with { Exponent = Factors[same].Exponent + factor.Exponent };
        }
    }
}
