namespace NetDsl.Layers;

/// <summary><c>prefix_in_time</c>: a constant before the first entry of each sequence, once or more.</summary>
internal sealed class PrefixInTimeShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input(feature: null);
        if (input is null || call.AxisOr(input, "axis", "T") is not { } index)
        {
            return null;
        }

        if (call.Option("prefix") is StringValue)
        {
            return call.Fail(ShapeFaults.Options("The prefix is no number.", null, "prefix"));
        }

        if (call.Integer("repeat") < 0)
        {
            return call.Fail(ShapeFaults.Size("The prefix comes less than zero times", "0 or more", "repeat"));
        }

        var isLayer = call.NamesLayer("repeat");
        if (Longer(call, input.Axes[index], isLayer) is not { } longer)
        {
            return call.Fault is null ? call.Unknown() : null;
        }

        if (!call.Declare(longer, call.Axis("out_dim"), "out_dim"))
        {
            return null;
        }

        var output = input.Replace(index, longer);
        return isLayer && output.BatchIndex is not null ? output.BatchSpatialMajor() : output;
    }

    private static Axis? Longer(LayerCall call, Axis axis, bool isLayer)
    {
        if (call.Has("size_base"))
        {
            return call.Layer("size_base")?.TimeAxis;
        }

        if (!isLayer)
        {
            return AxisMath.Add(call.Integer("repeat") ?? 1, axis);
        }

        // Named after the layer, whose full name is only known if it is a neighbour.
        return call.Text("repeat") is { } name && !name.Contains(':', StringComparison.Ordinal)
            ? AxisMath.Add(call.NewSpatial($"{name}:repeat", null), axis)
            : null;
    }
}
