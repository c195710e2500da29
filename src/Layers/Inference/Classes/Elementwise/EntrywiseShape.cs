namespace NetDsl.Layers;

/// <summary>Classes that compute entry by entry on the concatenated sources: dims and type stay.</summary>
internal sealed class EntrywiseShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input();
        return input is null ? null : call.Input(feature: null)?.Copy();
    }
}
