namespace NetDsl.Layers;

/// <summary><c>elemwise_prod</c>: the input, times weights along some axes.</summary>
internal sealed class ElemwiseProdShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input();
        if (input is null || call.Input(feature: null) is not { } output || call.AxesOf(input, "axes") is not { } axes)
        {
            return null;
        }

        var sizes = axes.Sort().Select(axis => input.Axes[axis].Size).ToArray();
        if (Array.Exists(sizes, size => size is null))
        {
            return call.Fail(ShapeFaults.Size($"The weights are for axes of {input}", "axes of known size", "axes"));
        }

        if (call.Has("size") && !call.Integers("size").Select(size => (int?)size).SequenceEqual(sizes))
        {
            return call.Fail(ShapeFaults.Size($"\"size\" is not that of the axes of {input}", "that", "size"));
        }

        call.Variable("W", sizes);
        return output.Copy();
    }
}
