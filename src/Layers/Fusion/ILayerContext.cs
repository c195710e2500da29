namespace NetDsl.Layers;

/// <summary>What a rule on layers may ask about the graph.</summary>
internal interface ILayerContext
{
    /// <summary>The layer that stands for a tensor by now; null if none does.</summary>
    LayerNode? LayerOf(Tensor tensor);

    /// <summary>The recorded nodes that read a tensor; one that reads it twice is there twice.</summary>
    ReadOnlySpan<Node> ReadersOf(Tensor tensor);

    /// <summary>The recorded layers of a class.</summary>
    IEnumerable<LayerNode> LayersOf(string layerClass);

    /// <summary>Whether a tensor is an output or a loss.</summary>
    bool IsResult(Tensor tensor);

    /// <summary>Why a tensor must stay although one node takes it over: it is an output, a loss, or read elsewhere. Null if it need not.</summary>
    /// <param name="tensor">The tensor.</param>
    Refusal? MustStay(Tensor tensor);

    /// <summary>The loss that a tensor is, if it is one loss and nothing else.</summary>
    LossRoot? OnlyLossOf(Tensor tensor);
}
