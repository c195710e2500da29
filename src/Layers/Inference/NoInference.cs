namespace NetDsl.Layers;

/// <summary>Knows nothing: the model has to declare what comes out.</summary>
internal sealed class NoInference : ILayerInference
{
    public InferredOutput Infer(string layerClass, DictValue options, IReadOnlyList<Tensor> sources) => default;

    public InferredOutput InferPart(LayerNode layer, string name) => default;
}
