namespace NetDsl.Layers;

/// <summary>A class with a net inside, which reads the layer's sources as its own <c>data</c>.</summary>
internal interface INestingShape : ILayerShape
{
    /// <summary>What the net inside sees.</summary>
    /// <param name="call">The layer.</param>
    /// <param name="key"><c>data</c>, <c>data:0</c>, <c>data:source</c>.</param>
    TensorType? InnerData(LayerCall call, string key);
}
