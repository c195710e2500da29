namespace NetDsl.Layers;

/// <summary><c>split_batch_time</c>: batch and time apart again, with the lengths of another layer.</summary>
internal sealed class SplitBatchTimeShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input(feature: null);
        if (input is null || !call.Has("base") || call.Layer("base") is not { } source)
        {
            return input is null ? null : call.Unknown();
        }

        if (source.TimeAxis is not { } time || source.BatchIndex is not { } batch || input.BatchIndex is null)
        {
            return call.Fail(ShapeFaults.Size($"{source} or the input {input} lacks batch or time", "both", "base"));
        }

        return input.BatchMajor().Replace(0, source.Axes[batch]).Insert(time, 1);
    }
}
