namespace NetDsl.Layers;

/// <summary><c>random</c>: new numbers in each step.</summary>
internal sealed class RandomShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (
            ShapeOption.Axes(call, $"{call.Name}:dim", lastIsFeature: false) is not { } axes
            || ShapeOption.DataType(call, "float32") is not { } dataType
        )
        {
            return null;
        }

        // The generator keeps its state in a variable, whose name is TensorFlow's.
        if (!call.Flag("static") && !call.IsGiven("explicit_state"))
        {
            call.UnknownVariables();
        }

        var type = new TensorType(axes, dataType) { Sparse = call.Axis("sparse_dim") };
        if (!call.Has("feature_dim"))
        {
            return type;
        }

        return call.AxisOf(type, "feature_dim") is { } index ? type.WithFeature(SpecialAxis.At(index)) : null;
    }
}
