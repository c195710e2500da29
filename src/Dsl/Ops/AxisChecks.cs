namespace NetDsl;

/// <summary>What is wrong with the dims that a function is told to work on; null if nothing is.</summary>
internal static class AxisChecks
{
    /// <summary>An axis to work along: the operand has it, and it is not the batch.</summary>
    internal static Diagnostic? Along(string kind, Tensor x, Dim axis) =>
        !x.Dims.Contains(axis) ? ShapeDiagnostics.NoSuchDim(kind, [axis], x)
        : axis.Kind == DimKind.Batch ? AxisDiagnostics.Batch(kind, "cannot work along the batch", x)
        : null;

    /// <summary>An axis as <see cref="Along"/> whose size is known.</summary>
    internal static Diagnostic? AlongFixed(string kind, Tensor x, Dim axis) =>
        Along(kind, x, axis) ?? (axis.Size is null ? AxisDiagnostics.NoSize(kind, axis, x) : null);

    /// <summary>Several axes, each as <see cref="Along"/>, none twice.</summary>
    internal static Diagnostic? AlongEach(string kind, Tensor x, IReadOnlyList<Dim> axes, int atLeast = 1)
    {
        if (axes.Count < atLeast)
        {
            return AxisDiagnostics.Named(kind, FormattableString.Invariant($"needs at least {atLeast} dims"), x);
        }

        for (var index = 0; index < axes.Count; index++)
        {
            if (Along(kind, x, axes[index]) is { } fault)
            {
                return fault;
            }

            for (var before = 0; before < index; before++)
            {
                if (ReferenceEquals(axes[before], axes[index]))
                {
                    return AxisDiagnostics.Named(kind, $"names the dim {axes[index]} twice", x);
                }
            }
        }

        return null;
    }

    /// <summary>A dim that comes to others: it is not among them, and it is not the batch.</summary>
    internal static Diagnostic? Added(string kind, Tensor x, Shape others, Dim added) =>
        added.Kind == DimKind.Batch ? AxisDiagnostics.Batch(kind, "cannot make a batch dim", x)
        : others.Contains(added) ? AxisDiagnostics.Taken(kind, added, others, x)
        : null;

    /// <summary>Several such dims, none twice.</summary>
    internal static Diagnostic? AddedEach(string kind, Tensor x, Shape others, IReadOnlyList<Dim> added)
    {
        for (var index = 0; index < added.Count; index++)
        {
            if (Added(kind, x, others, added[index]) is { } fault)
            {
                return fault;
            }

            for (var before = 0; before < index; before++)
            {
                if (ReferenceEquals(added[before], added[index]))
                {
                    return AxisDiagnostics.Named(kind, $"names the dim {added[index]} twice", x);
                }
            }
        }

        return null;
    }

    /// <summary>RETURNN moves windows over sequences of a batch only.</summary>
    internal static Diagnostic? HasBatch(string kind, Tensor x) =>
        x.Dims.Contains(Dim.Batch) ? null : AxisDiagnostics.Batch(kind, "needs a batch", x);
}
