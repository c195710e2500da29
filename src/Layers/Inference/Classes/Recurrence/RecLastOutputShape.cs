namespace NetDsl.Layers;

/// <summary><c>rec_last_output</c>: what a layer in a loop gives in the last step.</summary>
internal sealed class RecLastOutputShape : ILayerShape
{
    public TensorType? Infer(LayerCall call) => call.Inside("sub_layer_name") ?? call.Unknown();
}
