namespace NetDsl.Layers;

/// <summary>Attention layers that give one frame for each sequence of their base: the base without its time.</summary>
internal static class WeightedBase
{
    /// <summary>The frame; null if the base is unknown or does not do, and the call then says so.</summary>
    internal static TensorType? Frame(LayerCall call)
    {
        if (call.Layer("base") is not { } type)
        {
            return call.Unknown();
        }

        if (type.TimeIndex is not { } time)
        {
            return call.Fail(ShapeFaults.NoAxis("base", "of time", type));
        }

        var frame = type.Without(time);
        if (frame.BatchIndex != 0)
        {
            return call.Fail(
                ShapeFaults.Size($"The base {type} does not begin with the batch and time", "them first", "base")
            );
        }

        return call.Integer("n_out") is { } size && frame.FeatureOrSparse?.Size != size
            ? call.Fail(ShapeFaults.Declared("n_out", $"{size}", frame.ToString()))
            : frame;
    }
}
