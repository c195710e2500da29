using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary>The lengths of axes for given lengths of the plain ones, as RETURNN computes them for a batch.</summary>
internal sealed class AxisLength
{
    // The last number is the axis's own extent: with padding it can be more than the longest sequence has.
    private readonly Dictionary<Axis, ImmutableArray<long>?> known = new(ReferenceEqualityComparer.Instance);

    /// <param name="plain">For each axis of the data a number a sequence.</param>
    internal AxisLength(IEnumerable<KeyValuePair<Axis, ImmutableArray<int>>> plain)
    {
        foreach (var (axis, lengths) in plain)
        {
            ImmutableArray<long> wide = [.. lengths.Select(length => (long)length), lengths.Max()];
            known[axis] = wide;
            known[axis.Base] = wide;
        }
    }

    /// <summary>Says the lengths of an axis that only the numbers of a batch decide.</summary>
    internal void Set(Axis axis, IReadOnlyCollection<int> lengths)
    {
        foreach (var unknown in known.Where(item => item.Value is null).Select(item => item.Key).ToList())
        {
            known.Remove(unknown);
        }

        known[axis] = known[axis.Base] = [.. lengths.Select(length => (long)length), lengths.Max()];
    }

    /// <summary>A number a sequence, or a single one where all have the same; null if it cannot be known.</summary>
    internal ImmutableArray<int>? Of(Axis axis)
    {
        Measure(axis);
        return known[axis] is not { } lengths
            ? null
            : [.. Sequences(lengths).Select(length => (int)Math.Min(length, int.MaxValue))];
    }

    // Formulas can be long chains: no recursion.
    private void Measure(Axis axis)
    {
        var open = new Stack<Axis>([axis]);
        var waiting = new HashSet<Axis>(ReferenceEqualityComparer.Instance);
        while (open.TryPeek(out var next))
        {
            if (known.ContainsKey(next))
            {
                open.Pop();
            }
            else if (waiting.Add(next) && Missing(next) is { Count: > 0 } missing)
            {
                missing.ForEach(open.Push);
            }
            else
            {
                known.Add(open.Pop(), LengthsOf(next));
            }
        }
    }

    private List<Axis> Missing(Axis axis) => [.. Inputs(axis).Where(input => !known.ContainsKey(input))];

    private static IEnumerable<Axis> Inputs(Axis axis)
    {
        if (axis.Size is not null)
        {
            return [];
        }

        if (OperationOf(axis) is { } operation)
        {
            return operation.Inputs;
        }

        return axis.IsBatch ? axis.Merged.Select(part => part.Axis)
            : axis.LengthRule is { } rule ? [rule.Input]
            : ReferenceEquals(axis, axis.Base) ? []
            : [axis.Base];
    }

    private ImmutableArray<long>? LengthsOf(Axis axis)
    {
        if (axis.Size is { } size)
        {
            return [size];
        }

        if (OperationOf(axis) is { Inputs: [var left, var right] } operation)
        {
            return Combine(operation.Operator, left, right);
        }

        return axis.IsBatch ? Merged(axis)
            : axis.LengthRule is { } rule
                ? Known(rule.Input) is { } input ? rule.Compute(input)
                    : null
            : ReferenceEquals(axis, axis.Base) ? null
            : Known(axis.Base);
    }

    private ImmutableArray<long>? Combine(AxisOperator op, Axis left, Axis right)
    {
        if (Known(left) is not { } first || Known(right) is not { } second)
        {
            return null;
        }

        if (first.Length != second.Length && first.Length != 1 && second.Length != 1)
        {
            return null;
        }

        // RETURNN keeps lengths from getting negative only where it sees a negative number.
        var isCut = op == AxisOperator.Add && (left.Size < 0 || right.Size < 0);
        var lengths = ImmutableArray.CreateBuilder<long>(Math.Max(first.Length, second.Length));
        for (var index = 0; index < lengths.Capacity; index++)
        {
            if (
                Result(op, first[first.Length == 1 ? 0 : index], second[second.Length == 1 ? 0 : index])
                is not { } value
            )
            {
                return null;
            }

            lengths.Add(Math.Clamp(value, isCut ? 0 : int.MinValue, int.MaxValue));
        }

        return lengths.MoveToImmutable();
    }

    // Packed, only the frames count, of all sequences; padded, the longest sequence does for each.
    private ImmutableArray<long>? Merged(Axis axis)
    {
        var packed = axis.Merged.Count(part => part.Kind == BatchPartKind.Packed);
        if (axis.Merged.IsEmpty || packed > 1)
        {
            return null;
        }

        long size = 1;
        foreach (var part in axis.Merged.Where(part => packed == 0 || part.Kind != BatchPartKind.Global))
        {
            if (Known(part.Axis) is not { } lengths)
            {
                return null;
            }

            size *= part.Kind == BatchPartKind.Packed ? Sequences(lengths).Sum() : lengths[^1];
        }

        return [size];
    }

    // A single number stands for all.
    private static ImmutableArray<long> Sequences(ImmutableArray<long> lengths) =>
        lengths.Length > 1 ? lengths[..^1] : lengths;

    private ImmutableArray<long>? Known(Axis axis) => known.GetValueOrDefault(axis);

    private static AxisOperation? OperationOf(Axis axis) =>
        (axis.Operation ?? axis.Base.Operation) is { Inputs.Length: 2 } operation ? operation : null;

    private static long? Result(AxisOperator op, long left, long right) =>
        op switch
        {
            AxisOperator.Add => left + right,
            AxisOperator.Multiply => left * right,
            _ when right == 0 => null,
            AxisOperator.CeilDivide or AxisOperator.CeilDivideLeft => -FloorDivide(-left, right),
            _ => FloorDivide(left, right),
        };

    private static long FloorDivide(long number, long divisor) =>
        (number / divisor) - (number % divisor != 0 && (number < 0) != (divisor < 0) ? 1 : 0);
}
