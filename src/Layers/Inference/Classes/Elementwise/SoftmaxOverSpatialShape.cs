namespace NetDsl.Layers;

/// <summary><c>softmax_over_spatial</c>: the axis goes to the end.</summary>
internal sealed class SoftmaxOverSpatialShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input();
        if (input is null || call.Input(feature: null) is not { } output)
        {
            return null;
        }

        if (!input.DataType.StartsWith("float", StringComparison.Ordinal))
        {
            return call.Fail(ShapeFaults.DataType($"The input holds {input.DataType}", "real numbers"));
        }

        var place = call.Has("axis") ? call.AxisOf(output, "axis") : output.TimeIndex;
        if (place is not { } index)
        {
            return call.Fault is null && !call.IsOpaque ? call.Fail(ShapeFaults.NoAxis("axis", "\"T\"", output)) : null;
        }

        // A mask is of lengths, and a window needs one.
        var isMasked =
            call.Flag("use_time_mask") || call.Has("start") || call.Has("window_start") || call.Has("window_size");
        if (isMasked && output.Axes[index].Size is not null)
        {
            return call.Fail(
                ShapeFaults.Size($"The axis {output.Axes[index]} has no lengths", "those for a mask", "axis")
            );
        }

        if (call.IsOn("use_time_mask", output.Axes[index].IsSequence) && !call.CanMask(output.Axes[index]))
        {
            return null;
        }

        return output.Move(index, output.Rank - 1).Copy();
    }
}
