namespace NetDsl.Layers;

/// <summary><c>gradient</c>: as <c>x</c>, along which a scalar is derived.</summary>
internal sealed class GradientShape : ILayerShape
{
    public TensorType? Infer(LayerCall call) =>
        call.Layer("y") is { Rank: > 0 } value ? call.Fail(ShapeFaults.Size($"\"y\" is {value}", "a scalar", "y"))
        : call.Layer("x") is { } variable ? variable.Copy()
        : call.Unknown();
}
