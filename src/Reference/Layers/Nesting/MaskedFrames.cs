using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>The frames that a mask selects.</summary>
internal static class MaskedFrames
{
    /// <summary>For each sequence the places of its frames.</summary>
    /// <param name="mask">Time, batch.</param>
    /// <param name="lengths">Padding is never selected.</param>
    internal static IReadOnlyList<IReadOnlyList<int>> Of(NdArray mask, ImmutableArray<int>? lengths)
    {
        var selected = new List<IReadOnlyList<int>>();
        var sequences = mask.Shape[1];
        for (var sequence = 0; sequence < sequences; sequence++)
        {
            var frames = lengths is { } known ? known[sequence] : mask.Shape[0];
            selected.Add([
                .. Enumerable.Range(0, frames).Where(frame => mask.Data[(frame * sequences) + sequence] != 0),
            ]);
        }

        return selected;
    }

    /// <summary>Those frames, moved up; time and batch are the first axes.</summary>
    internal static Value Pick(Value value, IReadOnlyList<IReadOnlyList<int>> selected)
    {
        var sequences = value.Shape[1];
        var longest = selected.Max(frames => frames.Count);
        var places = new List<int>();
        for (var frame = 0; frame < longest; frame++)
        {
            foreach (var (sequence, frames) in selected.Index())
            {
                places.Add(frame < frames.Count ? (frames[frame] * sequences) + sequence : -1);
            }
        }

        var rows = value.Reshape([value.Shape[0] * sequences, .. value.Shape[2..]]);
        return rows.Take(0, places).Reshape([longest, sequences, .. value.Shape[2..]]);
    }
}
