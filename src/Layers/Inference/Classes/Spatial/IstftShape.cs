namespace NetDsl.Layers;

/// <summary><c>istft</c>: a signal from its spectra.</summary>
internal sealed class IstftShape : ILayerShape
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

        var bins = ((call.Integer("fft_size") is { } size and not 0 ? size : frame) / 2) + 1;
        if (input.FeatureAxis?.Size is { } given && given != bins)
        {
            return call.Fail(
                ShapeFaults.Size($"The spectra {input} have {given} entries", $"{bins}, as the frame size says")
            );
        }

        var spatial = SpatialInput.Of(call, input, feature: null);
        if (spatial is null)
        {
            return null;
        }

        var channel = call.Axis("out_dim") ?? call.NewFeature("channel", 1);
        return TransposedConvShape.OutputOf(call, spatial, [frame], [shift], "valid", channel)?.FeatureLast();
    }
}
