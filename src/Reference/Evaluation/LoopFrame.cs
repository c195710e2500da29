using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary>The step that a loop is in.</summary>
/// <param name="Index">Its number, from 0.</param>
/// <param name="Axis">What the loop runs over; null for a single step.</param>
/// <param name="Source">The loop's own input, whole; null if it has none.</param>
internal sealed record LoopFrame(int Index, Axis? Axis, Datum? Source)
{
    /// <summary>Which sequences were at their ends before the step; null if the length is known.</summary>
    internal IReadOnlyList<bool>? IsOver { get; init; }

    /// <summary>Puts all that the loop has computed in another order of sequences.</summary>
    internal Action<IReadOnlyList<int>>? Reorder { get; init; }
}
