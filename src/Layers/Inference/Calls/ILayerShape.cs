namespace NetDsl.Layers;

/// <summary>What a layer class makes of its sources: dims, type and variables, as RETURNN finds them when it builds the net.</summary>
internal interface ILayerShape
{
    /// <summary>
    /// The type of the output; null if it cannot be known, or if RETURNN refuses the layer: then the call holds the reason.
    /// Variables and further outputs are told to the call.
    /// </summary>
    TensorType? Infer(LayerCall call);
}
