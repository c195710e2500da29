namespace NetDsl.Layers;

/// <summary><c>stft</c>: the spectrum of each frame of a signal.</summary>
internal sealed class StftShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input(feature: null);
        if (
            input is null
            || call.Integer("frame_size") is not { } frame
            || call.Integer("frame_shift") is not { } shift
        )
        {
            return null;
        }

        if (input.FeatureIndex is { } features && input.Axes[features].Size is { } channels && channels != 1)
        {
            return call.Fail(ShapeFaults.Size($"The signal {input} has {channels} channels", "one"));
        }

        // A signal without channels gets one behind its samples.
        var signal =
            input.FeatureIndex is null && input.Sparse is null ? input.AddFeature(call.Space, input.Rank) : input;
        var axes = SpatialAxes.Read(call, [frame], [shift], "valid");
        var spatial = axes is null ? null : SpatialInput.Of(call, signal, feature: null);
        if (axes is null || spatial is null)
        {
            return null;
        }

        var bins = ((call.Integer("fft_size") is { } size and not 0 ? size : frame) / 2) + 1;
        var output = ConvShape.OutputOf(call, axes, spatial, call.Axis("out_dim") ?? call.NewFeature("channel", bins));
        return output?.FeatureLast().OfType("complex64");
    }
}
