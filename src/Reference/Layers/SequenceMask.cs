using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary>Which entries of a padded axis are frames.</summary>
internal static class SequenceMask
{
    /// <summary>1 for frames and 0 for padding, with size one along all other axes but the batch; null if there is no padding.</summary>
    internal static NdArray? Of(SequenceLengths lengths, TensorType type, int index, int extent)
    {
        if (lengths.Of(type.Axes[index]) is not { } known || type.BatchIndex is not { } batch)
        {
            return null;
        }

        var shape = new int[type.Rank];
        shape.AsSpan().Fill(1);
        (shape[batch], shape[index]) = (known.Length, extent);
        var mask = NdArray.Zeros([.. shape]);
        var strides = NdArray.StridesOf(mask.Shape);
        for (var sequence = 0; sequence < known.Length; sequence++)
        {
            for (var frame = 0; frame < Math.Min(known[sequence], extent); frame++)
            {
                mask.Data[(sequence * strides[batch]) + (frame * strides[index])] = 1;
            }
        }

        return mask;
    }

    /// <summary>The same over all axes with padding at once; null if there is none.</summary>
    internal static NdArray? OfAll(SequenceLengths lengths, Datum datum)
    {
        NdArray? all = null;
        for (var index = 0; index < datum.Type.Rank; index++)
        {
            if (Of(lengths, datum.Type, index, datum.Value.Shape[index]) is { } mask)
            {
                all = all is null ? mask : Binary.Multiply.Compute([all, mask]);
            }
        }

        return all;
    }
}
