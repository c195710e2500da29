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
    /// <param name="declared">What the model says of the output, which must not contradict.</param>
    InferredOutput Infer(string layerClass, DictValue options, IReadOnlyList<Tensor> sources, DeclaredOutput declared);

    /// <summary>What a sub-layer yields.</summary>
    /// <param name="layer">The layer that it belongs to.</param>
    /// <param name="name">Its name below that layer.</param>
    /// <param name="declared">What the model says of it, which must not contradict.</param>
    InferredOutput InferPart(LayerNode layer, string name, DeclaredOutput declared);

    /// <summary>Keeps what was inferred of a node, once it is recorded, for those that read it.</summary>
    void Keep(Node node, InferredOutput output);
}
