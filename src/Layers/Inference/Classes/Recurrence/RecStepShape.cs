namespace NetDsl.Layers;

/// <summary><c>:i</c>, the number of the step in a loop.</summary>
internal sealed class RecStepShape : ILayerShape
{
    public TensorType? Infer(LayerCall call) => new TensorType([], "int32");
}
