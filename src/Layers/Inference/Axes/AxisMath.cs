using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary>
/// Arithmetic on axes with RETURNN's simplifications, so that the same lengths are the same axis: the product with a number and the
/// quotient by it cancel, sums of multiples gather, numbers fold (contract 11; <c>Dim</c> in RETURNN).
/// </summary>
internal static class AxisMath
{
    // Longer formulas are kept as they are; RETURNN looks no deeper than two steps in sums either.
    private const int DeepestRewrite = 100;
    private const int AdditiveSteps = 2;

    internal static Axis Add(AxisTerm left, AxisTerm right) =>
        (left.Axis, right.Axis) switch
        {
            ({ } start, _) => Add(start, right, onRight: true),
            (null, { } start) => Add(start, left, onRight: false),
            _ => throw new ArgumentException("A sum of axes needs an axis."),
        };

    internal static Axis Subtract(Axis axis, AxisTerm right)
    {
        if (right.Is(0))
        {
            return axis;
        }

        return axis.Operation is { Operator: AxisOperator.Add, Inputs: [var rest, var last] } && right.IsSame(last)
            ? rest
            : Add(axis, Negate(right), onRight: true);
    }

    internal static Axis SubtractLeft(AxisTerm left, Axis axis)
    {
        if (left.Is(0))
        {
            return axis;
        }

        return axis.Operation is { Operator: AxisOperator.Add, Inputs: [var first, var rest] } && left.IsSame(first)
            ? rest
            : Add(axis, Negate(left), onRight: false);
    }

    internal static Axis Multiply(AxisTerm left, AxisTerm right) =>
        (left.Axis, right.Axis) switch
        {
            ({ } start, _) => Multiply(start, right, onRight: true),
            (null, { } start) => Multiply(start, left, onRight: false),
            _ => throw new ArgumentException("A product of axes needs an axis."),
        };

    /// <summary>A quotient; the operator says of which kind.</summary>
    internal static Axis Divide(AxisOperator op, Axis axis, AxisTerm divisor)
    {
        if (divisor.Is(1))
        {
            return axis;
        }

        var isLeft = op is AxisOperator.DivideLeft or AxisOperator.CeilDivideLeft;
        if (
            axis.Operation is { Operator: AxisOperator.Multiply, Inputs: [var first, var second] }
            && divisor.IsSame(isLeft ? first : second)
        )
        {
            return isLeft ? second : first;
        }

        return Cached(
            axis,
            op,
            isLeft,
            divisor,
            () =>
                axis.Operation is { Inputs: [var start, var before] } operation
                && operation.Operator == op
                && axis.Depth < DeepestRewrite
                    ? Divide(op, start, Product(before, divisor))
                    : Make(axis.Space, op, axis, divisor)
        );
    }

    /// <summary>The product of several axes, outermost first.</summary>
    internal static Axis Product(ReadOnlySpan<Axis> axes)
    {
        var product = axes[0];
        foreach (var axis in axes[1..])
        {
            product = Multiply(product, axis);
        }

        return product;
    }

    /// <summary>How many entries axes have together, up to the largest size; null if that is not known of each.</summary>
    internal static long? Entries(ImmutableArray<Axis> axes)
    {
        long entries = 1;
        foreach (var axis in axes)
        {
            if (axis.Size is not { } size)
            {
                return null;
            }

            entries = Math.Min(entries * size, int.MaxValue);
        }

        return entries;
    }

    /// <summary>Quotient rounded up.</summary>
    internal static int CeilDiv(int number, int divisor) => (int)-Math.Floor(-(double)number / divisor);

    private static Axis Add(Axis start, AxisTerm other, bool onRight)
    {
        if (other.Is(0))
        {
            return start;
        }

        return Cached(
            start,
            AxisOperator.Add,
            !onRight,
            other,
            () =>
                Gather(start, other, onRight)
                ?? (
                    onRight
                        ? Make(start.Space, AxisOperator.Add, start, other)
                        : Make(start.Space, AxisOperator.Add, other, start)
                )
        );
    }

    private static Axis Multiply(Axis start, AxisTerm factor, bool onRight)
    {
        if (factor.Is(1))
        {
            return start;
        }

        return Cached(
            start,
            AxisOperator.Multiply,
            !onRight,
            factor,
            () =>
                MultiplyInside(start, factor, onRight)
                ?? (
                    onRight
                        ? Make(start.Space, AxisOperator.Multiply, start, factor)
                        : Make(start.Space, AxisOperator.Multiply, factor, start)
                )
        );
    }

    private static Axis? MultiplyInside(Axis start, AxisTerm factor, bool onRight)
    {
        if (
            start.Operation is not { Operator: AxisOperator.Multiply, Inputs: [var first, var second] }
            || start.Depth >= DeepestRewrite
        )
        {
            return null;
        }

        if (onRight)
        {
            return Multiply(first, Product(second, factor));
        }

        return factor.Axis is null && first.Constant is { } number
            ? Multiply(Fold(factor.Number, number, (a, b) => a * b), second)
            : null;
    }

    // Looks along the near side of a sum for a part that the other one can be added to.
    private static Axis? Gather(Axis start, AxisTerm other, bool onRight)
    {
        var current = start;
        Span<int> sides = onRight ? [1, 0] : [0, 1];
        List<Axis>? passed = null;
        for (var step = 0; ; step++)
        {
            if (AddTo(current, other, onRight) is { } sum)
            {
                return Rebuild(sum, passed, onRight);
            }

            if (
                step == AdditiveSteps
                || current.Operation is not { Operator: AxisOperator.Add, Inputs: { Length: 2 } inputs }
            )
            {
                return null;
            }

            (passed ??= []).Add(inputs[sides[1]]);
            current = inputs[sides[0]];
        }
    }

    private static Axis Rebuild(Axis sum, List<Axis>? passed, bool onRight)
    {
        if (passed is null)
        {
            return sum;
        }

        var last = passed.Count - 1;
        if (sum.Constant == 0)
        {
            sum = passed[last--];
        }

        for (; last >= 0; last--)
        {
            sum = onRight
                ? Make(sum.Space, AxisOperator.Add, passed[last], sum)
                : Make(sum.Space, AxisOperator.Add, sum, passed[last]);
        }

        return sum;
    }

    private static Axis? AddTo(Axis part, AxisTerm other, bool onRight)
    {
        if (other.Axis is not { } added)
        {
            return part.Constant is { } number
                ? part.Space.Number(Saturate((long)number + other.Number), AxisKind.Spatial)
                : null;
        }

        var (partFactor, partAxis) = FactorOf(part);
        var (addedFactor, addedAxis) = FactorOf(added);
        if (part.IsSame(added))
        {
            return Multiply(part, 2, onRight: false);
        }

        if (partFactor is { } p && partAxis.IsSame(added))
        {
            return Multiple(SumOf(p, 1, onRight), added);
        }

        if (addedFactor is not { } a)
        {
            return null;
        }

        if (part.IsSame(addedAxis))
        {
            return Multiple(SumOf(1, a, onRight), part);
        }

        return partFactor is { } q && partAxis.IsSame(addedAxis) ? Multiple(SumOf(q, a, onRight), addedAxis) : null;
    }

    private static (AxisTerm? Factor, Axis Axis) FactorOf(Axis axis) =>
        axis.Operation is { Operator: AxisOperator.Multiply, Inputs: [var factor, var rest] }
            ? (new AxisTerm(factor), rest)
            : ((AxisTerm?)null, axis);

    private static AxisTerm SumOf(AxisTerm left, AxisTerm right, bool onRight) =>
        (left.Axis, right.Axis) switch
        {
            (null, null) => Fold(left.Number, right.Number, (a, b) => a + b),
            _ => onRight ? Add(left, right) : Add(right, left),
        };

    private static Axis Multiple(AxisTerm factor, Axis axis) =>
        factor.Is(0) ? axis.Space.Number(0) : Multiply(factor, axis);

    private static AxisTerm Negate(AxisTerm term) => term.Axis is { } axis ? Multiply(axis, -1, false) : -term.Number;

    private static AxisTerm Product(AxisTerm left, AxisTerm right) =>
        left.Axis is null && right.Axis is null ? Fold(left.Number, right.Number, (a, b) => a * b)
        : left.Axis is null && right.Axis is { } axis && left.Is(1) ? axis
        : Multiply(left, right);

    private static AxisTerm Fold(int left, int right, Func<long, long, long> op) => Saturate(op(left, right));

    private static int Saturate(long number) => (int)Math.Clamp(number, int.MinValue, int.MaxValue);

    private static Axis Cached(Axis axis, AxisOperator op, bool isLeft, AxisTerm other, Func<Axis> make)
    {
        var derived = axis.Base.Derived;
        var key = (op, isLeft, other.Axis?.Base, other.Number);
        if (!derived.TryGetValue(key, out var result))
        {
            result = make();
            result.Origin ??= new(axis, op, isLeft, other);
            derived[key] = result;
        }
        else if (!result.HasLength && HaveLengths(result))
        {
            result.DefineLength(result.LengthAxes);
        }

        return result;
    }

    private static Axis Make(AxisSpace space, AxisOperator op, AxisTerm leftTerm, AxisTerm rightTerm)
    {
        if (
            leftTerm.Axis is null
            && rightTerm.Axis is null
            && SizeOf(op, leftTerm.Number, rightTerm.Number) is { } value
        )
        {
            return space.Number(value, AxisKind.Spatial);
        }

        var left = leftTerm.Axis ?? space.Number(leftTerm.Number);
        var right = rightTerm.Axis ?? space.Number(rightTerm.Number);
        int? size = left.Size is { } a && right.Size is { } b ? SizeOf(op, a, b) : null;
        var representative = Representative(left, right);
        return new(space, AxisNames.Of(op, left, right), KindOf(left, right), size)
        {
            Operation = new(op, [left, right]),
            DerivedFrom = representative,
            IsAutoGenerated = representative.IsAutoGenerated,
            HasLength = left.HasLength && right.HasLength,
            Depth = Math.Max(left.Depth, right.Depth) + 1,
            LengthAxes = LengthAxesOf(left, right),
        };
    }

    private static bool HaveLengths(Axis axis) => axis.Operation?.Inputs.All(input => input.HasLength) == true;

    private static ImmutableArray<Axis> LengthAxesOf(Axis left, Axis right)
    {
        var axes = left.IsDynamic ? left.LengthAxes : [];
        foreach (var axis in right.IsDynamic ? right.LengthAxes : [])
        {
            axes = axes.Any(axis.IsSame) ? axes : axes.Add(axis);
        }

        return axes;
    }

    private static int? SizeOf(AxisOperator op, int left, int right) =>
        op switch
        {
            AxisOperator.Add => Saturate((long)left + right),
            AxisOperator.Multiply => Saturate((long)left * right),
            _ when right == 0 => null,
            AxisOperator.CeilDivide or AxisOperator.CeilDivideLeft => CeilDiv(left, right),
            _ => (int)Math.Floor((double)left / right),
        };

    // A dim derived from the batch dim is not one.
    private static AxisKind KindOf(Axis left, Axis right) =>
        left.IsBatch || right.IsBatch ? AxisKind.Spatial
        : left.IsFeature || right.IsFeature ? AxisKind.Feature
        : AxisKind.Spatial;

    private static Axis Representative(Axis left, Axis right)
    {
        var (first, second) =
            left.IsAutoGenerated == right.IsAutoGenerated ? (left, right)
            : left.IsAutoGenerated ? (right, right)
            : (left, left);
        return first.IsSequence ? first
            : second.IsSequence ? second
            : first.Kind != AxisKind.Unspecified ? first
            : second.Kind != AxisKind.Unspecified ? second
            : first;
    }
}
