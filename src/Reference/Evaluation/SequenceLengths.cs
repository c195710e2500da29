using System.Collections.Immutable;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary>How long axes are in this step: those of the inputs are given, others follow, and what only numbers decide is told.</summary>
internal sealed class SequenceLengths
{
    private readonly AxisLength lengths;
    private readonly int batch;
    private readonly Dictionary<Axis, int> extents = new(ReferenceEqualityComparer.Instance);

    internal SequenceLengths(IReadOnlyDictionary<Axis, ImmutableArray<int>> given, int batch)
    {
        lengths = new(given);
        this.batch = batch;
    }

    /// <summary>A number a sequence; null for an axis that has the same number of entries in all.</summary>
    internal ImmutableArray<int>? Of(Axis axis) =>
        axis.IsSequence && lengths.Of(axis) is { Length: > 1 } known ? known : null;

    /// <summary>How many entries an axis has with padding; null if nobody knows yet.</summary>
    internal int? Extent(Axis axis) =>
        axis.Size
        ?? (
            extents.TryGetValue(axis.Base, out var known) ? known
            : axis is { IsBatch: true, Merged.IsEmpty: true } ? batch
            : lengths.Of(axis)?.Max()
        );

    /// <summary>Takes over the extents of what was computed.</summary>
    internal void Learn(TensorType type, ImmutableArray<int> shape)
    {
        for (var index = 0; index < shape.Length; index++)
        {
            if (type.Axes[index] is { Size: null, IsBatch: false } axis)
            {
                extents[axis.Base] = shape[index];
            }
        }
    }

    /// <summary>Says the lengths of an axis that only numbers decide.</summary>
    internal void Set(Axis axis, IReadOnlyCollection<int> numbers)
    {
        axis.DefineLength(axis.Space.BatchOnly);
        lengths.Set(axis, numbers);
    }
}
