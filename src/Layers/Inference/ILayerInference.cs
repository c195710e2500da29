namespace NetDsl.Layers;

/// <summary>Says what comes out of a layer without running it.</summary>
internal interface ILayerInference
{
    /// <summary>What a layer yields.</summary>
    /// <param name="layerClass">The class name.</param>
    /// <param name="options">
    /// All options but <c>class</c>; <c>from</c> is among them only where it says more than the sources, as in <c>concat</c>.
    /// </param>
    /// <param name="sources">What it reads.</param>
    InferredOutput Infer(string layerClass, DictValue options, IReadOnlyList<Tensor> sources);

    /// <summary>What a sub-layer yields.</summary>
    /// <param name="layer">The layer that it belongs to.</param>
    /// <param name="name">Its name below that layer.</param>
    InferredOutput InferPart(LayerNode layer, string name);
}
