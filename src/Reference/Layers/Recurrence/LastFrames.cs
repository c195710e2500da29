namespace NetDsl.Reference;

/// <summary>The last frame of each sequence along the first axis.</summary>
internal static class LastFrames
{
    internal static Value Of(SequenceLengths lengths, Datum all)
    {
        var (value, type) = (all.Value, all.Type);
        if (lengths.Of(type.Axes[0]) is not { } known || type.BatchIndex is not { } batch)
        {
            return value.Slice(0, value.Shape[0] - 1, 1).Remove(0);
        }

        var last = known.Select(length => Math.Max(length - 1, 0)).ToList();
        var byBatch = value.Move(batch, 1);
        var (frames, sequences) = (byBatch.Shape[0], byBatch.Shape[1]);
        var rows = byBatch.Reshape([frames * sequences, .. byBatch.Shape[2..]]);
        return rows.Take(0, [.. last.Select((frame, sequence) => (frame * sequences) + sequence)]).Move(0, batch - 1);
    }
}
