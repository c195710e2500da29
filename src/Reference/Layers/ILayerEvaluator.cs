namespace NetDsl.Reference;

/// <summary>What a layer class computes.</summary>
internal interface ILayerEvaluator
{
    /// <summary>The options that it interprets, beside those that all layers have. A layer with another one is refused.</summary>
    IReadOnlyCollection<string> Options { get; }

    /// <summary>The output with the axes of the layer's type, in their order; null if it cannot be computed, and the step then says why.</summary>
    Value? Evaluate(LayerStep step);
}
