namespace NetDsl.Layers;

/// <summary><c>cum_concat</c>: all frames of a loop up to this step, along an axis that grows with each.</summary>
internal sealed class CumConcatShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (call.Input() is not { } input)
        {
            return null;
        }

        if (!call.IsInLoop)
        {
            return call.Fail(
                ShapeFaults.Options("cum_concat works inside of a rec layer only.", "Move it into a unit.", "class")
            );
        }

        if (call.LoopAxis is not { } loop || call.Axis("out_spatial_dim") is not { } grown)
        {
            return call.Unknown();
        }

        return input.IndexOf(loop) is { } index ? input.Replace(index, grown)
            : input.BatchIndex is null ? call.Fail(ShapeFaults.NoAxis("from", "of the batch", input))
            : input.BatchMajor().Insert(grown, 1);
    }
}
