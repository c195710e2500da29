namespace NetDsl.Layers;

/// <summary><c>image_summary</c>: the one source, whose four axes are drawn.</summary>
internal sealed class ImageSummaryShape : ILayerShape
{
    private const int Rank = 4;

    public TensorType? Infer(LayerCall call) =>
        call.IsOpaque || call.Sources is not [var source] ? call.Unknown()
        : source.Rank != Rank
            ? call.Fail(ShapeFaults.Size($"The source is {source}", "two lengths, batch and one feature", "from"))
        : source.Sparse is null ? source
        : call.Unknown();
}
