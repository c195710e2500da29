namespace NetDsl.Layers;

/// <summary>What is dropped before a part is added to its input: a layer of its own, so none where nothing is dropped.</summary>
internal static class ResidualDropout
{
    internal static Tensor Of(Tensor part, ConformerSettings settings) =>
        settings.ResidualDropout > 0 ? Ops.Dropout(part, settings.ResidualDropout) : part;
}
