namespace NetDsl.Layers;

/// <summary>Classes whose output has the type of the input.</summary>
internal sealed class SameInputShape : ILayerShape
{
    public TensorType? Infer(LayerCall call) => call.Input(feature: null);
}
