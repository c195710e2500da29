namespace NetDsl.Layers;

/// <summary>What comes out of a layer, as far as it is known.</summary>
/// <param name="Signature">Dims and entries; null if they are not known.</param>
/// <param name="Fault">Why RETURNN would refuse the layer; null if nothing speaks against it.</param>
internal readonly record struct InferredOutput(Signature? Signature, ShapeFault? Fault = null)
{
    /// <summary>The same as RETURNN sees it, which is more: order and special axes, and axes that are no dim of the model.</summary>
    internal TensorType? Type { get; init; }

    /// <summary>The outputs beside it, by their names below the layer's.</summary>
    internal IReadOnlyDictionary<string, TensorType>? Parts { get; init; }
}
