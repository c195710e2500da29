namespace NetDsl.Layers;

/// <summary><c>rand_int</c>: new whole numbers in each step.</summary>
internal sealed class RandIntShape : ILayerShape
{
    public TensorType? Infer(LayerCall call) =>
        ShapeOption.Axes(call, $"{call.Name}:static:") is { } axes
        && ShapeOption.DataType(call, "int32") is { } dataType
            ? new(axes, dataType) { Sparse = call.Axis("sparse_dim") }
            : null;
}
