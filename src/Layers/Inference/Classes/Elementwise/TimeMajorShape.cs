namespace NetDsl.Layers;

/// <summary><c>fast_bw</c> and <c>forced_align</c>: the input time first; an alignment has an index for each frame.</summary>
internal sealed class TimeMajorShape(bool isAlignment) : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (call.Input() is null || call.Input(feature: null) is not { } input || call.IsOpaque)
        {
            return null;
        }

        if (input.TimeIndex is null)
        {
            return call.Fail(ShapeFaults.NoAxis("from", "\"T\"", input));
        }

        return isAlignment ? Alignment(call, input.TimeMajor()) : input.TimeMajor().Copy();
    }

    private static TensorType? Alignment(LayerCall call, TensorType input)
    {
        if (input.BatchIndex is not { } batch || input.FeatureAxis is not { } classes)
        {
            return call.Fail(ShapeFaults.NoAxis("from", "\"B\" or \"F\"", input));
        }

        call.Output("scores", new([call.Space.Batch]));
        return new([input.Axes[0], input.Axes[batch]], "int32") { Sparse = classes, Version = input.Version };
    }
}
