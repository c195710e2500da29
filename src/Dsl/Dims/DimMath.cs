namespace NetDsl;

/// <summary>
/// Dim arithmetic with those simplifications of RETURNN that lead to a dim which other expressions reach, too: parts that cancel,
/// numbers that gather (contract 11). Where RETURNN makes an anonymous dim instead, the expression stays as it was written: equal
/// dims here must be equal there.
/// </summary>
internal static class DimMath
{
    internal static Dim Add(DimOperand left, DimOperand right)
    {
        if (IsNumber(right, 0))
        {
            return left.Dim!;
        }

        if (IsNumber(left, 0))
        {
            return right.Dim!;
        }

        return (left.Dim?.Expression, right.Dim?.Expression) switch
        {
            ({ Operator: DimOperator.Subtract, Left.Dim: { } rest } less, _) when less.Right == right && !IsSum(rest) =>
                rest,
            ({ Operator: DimOperator.Add, Left.Dim: { } rest } less, _)
                when right.Dim is null && IsNumber(less.Right, -right.Number) && !IsSum(rest) => rest,
            (null, { Operator: DimOperator.Add, Right.Dim: { } rest } less)
                when left.Dim is null && IsNumber(less.Left, -left.Number) && !IsSum(rest) => rest,
            _ => (left.Dim is { } first && right.Dim is { } second ? Gathered(first, second) : null)
                ?? Dim.Derive(DimOperator.Add, left, right),
        };
    }

    internal static Dim Subtract(Dim dim, DimOperand right)
    {
        if (IsNumber(right, 0))
        {
            return dim;
        }

        return dim.Expression is { Operator: DimOperator.Add } sum && sum.Right == right && !IsSum(sum.Left.Dim)
            ? Rest(sum.Left, dim)
            : (right.Dim is { } other ? Difference(dim, other) : null) ?? Dim.Derive(DimOperator.Subtract, dim, right);
    }

    /// <summary>RETURNN's <c>sub_left</c>: the axis without its first entries.</summary>
    internal static Dim SubtractLeft(int left, Dim dim) =>
        dim.Expression is { Operator: DimOperator.Add, Right.Dim: { } rest } sum
        && IsNumber(sum.Left, left)
        && !IsSum(rest)
            ? rest
            : Add(-left, dim);

    internal static Dim Multiply(DimOperand left, DimOperand right)
    {
        if (IsNumber(right, 1))
        {
            return left.Dim!;
        }

        if (IsNumber(left, 1))
        {
            return right.Dim!;
        }

        // (a * b) * c is a * (b * c); 2 * (3 * a) is 6 * a.
        return (left.Dim?.Expression, right.Dim?.Expression) switch
        {
            ({ Operator: DimOperator.Multiply } product, _) when Product(product.Right, right) is { } factor =>
                Multiply(product.Left, factor),
            (null, { Operator: DimOperator.Multiply, Left.Dim: null } product)
                when left.Dim is null && Product(left, product.Left) is { } factor => Multiply(factor, product.Right),
            _ => Dim.Derive(DimOperator.Multiply, left, right),
        };
    }

    internal static Dim Divide(DimOperator op, Dim dim, DimOperand divisor)
    {
        if (divisor.Dim is null)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(divisor.Number, 1, nameof(divisor));
        }

        if (IsNumber(divisor, 1))
        {
            return dim;
        }

        var isLeft = op is DimOperator.DivideLeft or DimOperator.CeilDivideLeft;
        return dim.Expression switch
        {
            { Operator: DimOperator.Multiply } product when (isLeft ? product.Left : product.Right) == divisor => Rest(
                isLeft ? product.Right : product.Left,
                dim
            ),
            { Left.Dim: { } start } before when before.Operator == op && Product(before.Right, divisor) is { } factor =>
                Divide(op, start, factor),
            _ => Dim.Derive(op, dim, divisor),
        };
    }

    /// <summary>The product of several dims, outermost first.</summary>
    internal static Dim Product(ReadOnlySpan<Dim> dims)
    {
        var product = dims[0];
        foreach (var dim in dims[1..])
        {
            product *= dim;
        }

        return product;
    }

    // a + a is 2 * a, and (2 * a) + a is 3 * a.
    private static Dim? Gathered(Dim left, Dim right)
    {
        var (first, second) = (Multiple(left), Multiple(right));
        if (ReferenceEquals(left, right))
        {
            return Multiply(2, left);
        }

        return ReferenceEquals(first.Of, right) ? Multiply(checked(first.Factor + 1), right)
            : ReferenceEquals(first.Of, second.Of) || ReferenceEquals(left, second.Of)
                ? Multiply(checked((ReferenceEquals(left, second.Of) ? 1 : first.Factor) + second.Factor), second.Of)
            : null;
    }

    // (3 * a) - a is 2 * a; nothing of it is no dim.
    private static Dim? Difference(Dim left, Dim right)
    {
        var (first, second) = (Multiple(left), Multiple(right));
        return ReferenceEquals(first.Of, second.Of) ? Multiply(first.Factor - second.Factor, first.Of) : null;
    }

    private static (int Factor, Dim Of) Multiple(Dim dim) =>
        dim.Expression is { Operator: DimOperator.Multiply, Left: { Dim: null, Number: var factor }, Right.Dim: { } of }
            ? (factor, of)
            : (1, dim);

    // Numbers that are too large together stay apart.
    private static DimOperand? Product(DimOperand left, DimOperand right)
    {
        if (left.Dim is not null || right.Dim is not null)
        {
            return Multiply(left, right);
        }

        var product = (long)left.Number * right.Number;
        return product is > 0 and <= int.MaxValue ? (int)product : (DimOperand?)null;
    }

    private static Dim Rest(DimOperand rest, Dim of) =>
        rest.Dim
        ?? throw new ArgumentException(
            FormattableString.Invariant($"What is left of the dim {of} is the number {rest.Number}, which is no dim.")
        );

    // What was added to a sum RETURNN may have added to its last part, and then it does not come off again.
    private static bool IsSum(Dim? dim) => dim?.Expression is { Operator: DimOperator.Add or DimOperator.Subtract };

    private static bool IsNumber(DimOperand operand, int number) => operand.Dim is null && operand.Number == number;
}
