namespace NetDsl.Layers;

/// <summary><c>constant</c>: one number, alone or repeated over a shape.</summary>
internal sealed class ConstantShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (!call.Sources.IsEmpty)
        {
            return call.Fail(ShapeFaults.Sources(call.Sources.Length, "none"));
        }

        // An array has a shape and a type that only RETURNN can see.
        if (call.IsCode("value") && !(call.Has("shape") && call.Has("dtype")))
        {
            return call.Unknown();
        }

        if (
            ShapeOption.Axes(call, $"{call.Name}_const:static:") is not { } axes
            || (call.Text("dtype") ?? (call.IsCode("dtype") ? null : DataType(call))) is not { } dataType
        )
        {
            return call.Fault is null ? call.Unknown() : null;
        }

        if (call.Flag("with_batch_dim") && !axes.Any(axis => axis.IsBatch))
        {
            axes = axes.Insert(0, call.Space.Batch);
        }

        var type = new TensorType(axes, dataType) { Sparse = call.Axis("sparse_dim") };
        return call.IsGiven("feature_dim") ? Marked(call, type) : type;
    }

    private static TensorType? Marked(LayerCall call, TensorType type)
    {
        if (call.Option("feature_dim") is null)
        {
            return type.WithFeature(SpecialAxis.None);
        }

        return call.AxisOf(type, "feature_dim") is { } index ? type.WithFeature(SpecialAxis.At(index)) : null;
    }

    private static string? DataType(LayerCall call) =>
        call.IsGiven("value")
            ? call.Option("value") switch
            {
                BoolValue => "bool",
                IntegerValue => "int32",
                RealValue => "float32",
                _ => null,
            }
            : "float32";
}
