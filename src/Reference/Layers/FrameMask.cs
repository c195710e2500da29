namespace NetDsl.Reference;

/// <summary>Which frames along an axis count: those of the sequence, behind a start, or in a window (SeqLenMaskLayer.build_mask).</summary>
internal static class FrameMask
{
    /// <summary>1 for frames that count, with the axes of the tensor or size one; null if all do.</summary>
    /// <param name="step">The layer, whose options say it.</param>
    /// <param name="datum">The tensor.</param>
    /// <param name="axis">The axis.</param>
    internal static NdArray? Of(LayerStep step, Datum datum, int axis)
    {
        var extent = datum.Value.Shape[axis];
        var mask = step.Mask(datum.Type, axis, extent);
        if (step.Call.Has("seq_len_source"))
        {
            mask = OfSource(step, datum, axis);
        }

        var places = new double[extent];
        for (var place = 0; place < extent; place++)
        {
            places[place] = place;
        }

        var along = Alignment.At(Value.Constant(new NdArray([extent], places)), [axis], datum.Type.Rank);
        if (Number(step, datum, "start") is { } start)
        {
            mask = And(mask, along.Combine(Binary.GreaterEqual, start).Array);
        }

        if (Number(step, datum, "window_start") is { } first && Number(step, datum, "window_size") is { } size)
        {
            mask = And(mask, along.Combine(Binary.GreaterEqual, first).Array);
            mask = And(mask, along.Combine(Binary.Less, first + size).Array);
        }

        return mask;
    }

    private static NdArray And(NdArray? mask, NdArray other) =>
        mask is null ? other : Binary.And.Compute([mask, other]);

    private static NdArray? OfSource(LayerStep step, Datum datum, int axis)
    {
        if (
            step.Other("seq_len_source") is not { } source
            || NetDsl.Layers.CommonType.Match(step.Call, source.Type, datum.Type) is not { } places
            || places.IndexOf(axis) is not (>= 0 and var own)
        )
        {
            step.Refuse("seq_len_source");
            return null;
        }

        var type = datum.Type.Replace(axis, source.Type.Axes[own]);
        return step.Mask(type, axis, datum.Value.Shape[axis]);
    }

    // A number, or a layer that is one for each sequence.
    private static Value? Number(LayerStep step, Datum datum, string option)
    {
        if (!step.Call.Has(option))
        {
            return null;
        }

        return Numbers.Of(step.Call.Option(option)) is { } number ? Value.Constant(number)
            : step.Other(option) is { } layer ? step.Aligned(layer, datum.Type)?.Stop()
            : null;
    }
}
