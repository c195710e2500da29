namespace NetDsl.Layers;

/// <summary>
/// Which dims of the model the axes of a net are. An axis that is declared the same as a dim is that dim; one that comes from dims by
/// arithmetic is the same arithmetic on them; one that only RETURNN makes is none.
/// </summary>
internal sealed class AxisDims(AxisSpace space)
{
    private readonly Dictionary<Axis, Dim> known = new(ReferenceEqualityComparer.Instance);

    /// <summary>Remembers a dim of the model, so that axes equal to it get its name. The first of several stays.</summary>
    internal void Know(Dim dim)
    {
        var axis = space.Of(dim);
        known.TryAdd(axis, dim);
        known.TryAdd(axis.Base, dim);
    }

    /// <summary>The dim that an axis is; null if it is none.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="preferred">Dims that it is called by if it is equal to them.</param>
    internal Dim? Find(Axis axis, IReadOnlyList<Dim> preferred)
    {
        foreach (var dim in preferred)
        {
            if (space.Of(dim).IsSame(axis))
            {
                return dim;
            }
        }

        if (Known(axis) is { } found)
        {
            return found;
        }

        return FromFormula(axis) is { } derived && space.Of(derived).IsSame(axis) ? derived : null;
    }

    private Dim? Known(Axis axis) =>
        axis.IsBatch
            ? (axis.Merged.IsEmpty ? Dim.Batch : null)
            : axis.Dim
                ?? (
                    known.TryGetValue(axis, out var dim) || known.TryGetValue(axis.Base, out dim) ? dim : axis.Base.Dim
                );

    // Formulas can be long chains: no recursion.
    private Dim? FromFormula(Axis axis)
    {
        var open = new Stack<Axis>([axis]);
        var seen = new HashSet<Axis>(ReferenceEqualityComparer.Instance) { axis };
        while (open.TryPeek(out var next))
        {
            if (StepOf(next) is not { } step)
            {
                return null;
            }

            if ((Missing(step.Left) ?? Missing(step.Right)) is { } missing)
            {
                // Met again before it is known, it would come from itself.
                if (!seen.Add(missing))
                {
                    return null;
                }

                open.Push(missing);
                continue;
            }

            open.Pop();
            if (Derive(next, step.Operator, Operand(step.Left), Operand(step.Right)) is not { } dim)
            {
                return null;
            }

            known[next] = dim;
        }

        return known[axis];
    }

    // As it was asked for where that is known: only then it is surely the same axis again.
    private static (AxisOperator Operator, AxisTerm Left, AxisTerm Right)? StepOf(Axis axis) =>
        (axis.Origin ?? axis.Base.Origin, axis.Base.Operation) switch
        {
            ({ IsLeft: true } origin, _) => (origin.Operator, origin.Other, origin.Axis),
            ({ } origin, _) => (origin.Operator, origin.Axis, origin.Other),
            (null, { Inputs: [var left, var right] } operation) => (operation.Operator, left, right),
            _ => null,
        };

    private Axis? Missing(AxisTerm term) => term.Axis is { } axis && Known(axis) is null ? axis : null;

    private DimOperand Operand(AxisTerm term) => term.Axis is { } axis ? Known(axis)! : term.Number;

    // Dims of models have at least one entry, and none comes from the batch.
    private static Dim? Derive(Axis axis, AxisOperator op, DimOperand left, DimOperand right)
    {
        var isDim = axis.Size is null or (> 0 and < int.MaxValue);
        return !isDim || left.Dim?.Kind == DimKind.Batch || right.Dim?.Kind == DimKind.Batch
            ? null
            : (op, left, right) switch
            {
                (AxisOperator.Add, { Dim: { } start }, { Dim: { } end }) => start + end,
                (AxisOperator.Add, { Dim: { } start }, { Number: < 0 and > int.MinValue and var less }) => start
                    - -less,
                (AxisOperator.Add, { Dim: { } start }, { Number: var more }) => start + more,
                (AxisOperator.Add, { Number: var more }, { Dim: { } end }) => more + end,
                (AxisOperator.Multiply, { Dim: { } outer }, { Dim: { } inner }) => outer * inner,
                (AxisOperator.Multiply, { Dim: { } outer }, { Number: > 0 and var factor }) => outer * factor,
                (AxisOperator.Multiply, { Number: > 0 and var factor }, { Dim: { } inner }) => factor * inner,
                (_, { Dim: { } whole }, { Dim: not null } or { Number: > 0 }) => Quotient(axis, op, whole, right),
                _ => null,
            };
    }

    // An exact division that leaves a remainder is no dim of a model.
    private static Dim? Quotient(Axis axis, AxisOperator op, Dim whole, DimOperand divisor)
    {
        DimOperator? kind = op switch
        {
            AxisOperator.Divide => DimOperator.Divide,
            AxisOperator.DivideLeft => DimOperator.DivideLeft,
            AxisOperator.FloorDivide => DimOperator.FloorDivide,
            AxisOperator.CeilDivide => DimOperator.CeilDivide,
            AxisOperator.CeilDivideLeft => DimOperator.CeilDivideLeft,
            _ => null,
        };
        var isExact = kind is DimOperator.Divide or DimOperator.DivideLeft;
        var leavesRest = isExact && axis.Size is { } size && whole.Size != (long)size * divisor.Size;
        return kind is { } quotient && !leavesRest ? DimMath.Divide(quotient, whole, divisor) : null;
    }
}
