namespace NetDsl.Layers;

/// <summary>One number of a fixed type: <c>train_flag</c>, <c>global_train_step</c>, the dummy of <c>variable_assign</c>.</summary>
internal sealed class ScalarShape(string dataType) : ILayerShape
{
    public TensorType? Infer(LayerCall call) => new([], dataType);
}
