namespace NetDsl.Layers;

/// <summary><c>variable</c>: a parameter, or a state that is kept.</summary>
internal sealed class VariableShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (!call.Sources.IsEmpty)
        {
            return call.Fail(ShapeFaults.Sources(call.Sources.Length, "none"));
        }

        if (
            ShapeOption.Axes(call, $"{call.Name}:static:") is not { } axes
            || ShapeOption.DataType(call, "float32") is not { } dataType
        )
        {
            return null;
        }

        foreach (var axis in axes)
        {
            if (axis.Size is null or 0)
            {
                return call.Fail(ShapeFaults.Size($"The shape has the axis {axis}", "sizes above zero", "shape"));
            }
        }

        if (call.IsCode("param_name"))
        {
            return call.Unknown();
        }

        call.Variable(
            call.Text("param_name") ?? call.Name,
            [.. axes.Select(axis => axis.Size)],
            call.Flag("trainable", otherwise: true)
        );
        axes = call.Flag("add_time_axis") ? axes.Insert(0, call.NewSpatial($"{call.Name}:dummy-time", 1)) : axes;
        axes = call.Flag("add_batch_axis") ? axes.Insert(0, call.Space.Batch) : axes;
        var output = new TensorType(axes, dataType);
        return InitialFits(call, output) ? output : null;
    }

    private static bool InitialFits(LayerCall call, TensorType output) =>
        call.Option("init_by_layer") is not StringValue
        || call.Flag("add_time_axis")
        || call.Flag("add_batch_axis")
        || call.Layer("init_by_layer") is not { } initial
        || CommonType.IsCompatible(call, initial, output);
}
