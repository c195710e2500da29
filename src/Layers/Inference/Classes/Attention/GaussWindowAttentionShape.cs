namespace NetDsl.Layers;

/// <summary><c>gauss_window_attention</c>: a frame of the base around a place that the source tells.</summary>
internal sealed class GaussWindowAttentionShape : ILayerShape
{
    // With inner_size there is one frame more for each shift of the place; RETURNN changes axes by size there.
    public TensorType? Infer(LayerCall call) => call.Has("inner_size") ? call.Unknown() : WeightedBase.Frame(call);
}
