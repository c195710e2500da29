namespace NetDsl.Layers;

/// <summary><c>seq_len_mask</c>: the input, with what lies behind the lengths replaced.</summary>
internal sealed class SeqLenMaskShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input();
        if (input is null || call.Input(feature: null) is not { } output)
        {
            return null;
        }

        var place = call.AxisOf(input, "axis", call.Option("axis") ?? "T");
        if (place is not { } index)
        {
            return null;
        }

        var axis = input.Axes[index];
        if (axis is not { IsBatch: false, Size: null })
        {
            return call.Fail(ShapeFaults.Size($"The axis {axis} has no lengths", "those for a mask", "axis"));
        }

        return call.CanMask(axis) ? output.Copy() : null;
    }
}
