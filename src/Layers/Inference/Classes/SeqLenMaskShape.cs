namespace NetDsl.Layers;

/// <summary><c>seq_len_mask</c>: a value in the place of what is behind the end of a sequence.</summary>
internal sealed class SeqLenMaskShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input(feature: null);
        if (input is null || call.AxisOr(input, "axis", "T") is not { } index)
        {
            return null;
        }

        var axis = input.Axes[index];
        if (!axis.IsDynamic)
        {
            return call.Fail(ShapeFaults.Size($"The axis {axis} has no lengths", "one of sequences", "axis"));
        }

        return call.CanMask(axis) ? input : null;
    }
}
