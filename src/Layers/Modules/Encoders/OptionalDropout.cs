namespace NetDsl.Layers;

/// <summary>Dropout where something is dropped: a rate of 0 would be a layer, or an option, for nothing.</summary>
internal static class OptionalDropout
{
    internal static Tensor Of(Tensor x, double rate) => rate > 0 ? Ops.Dropout(x, rate) : x;
}
