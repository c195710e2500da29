namespace NetDsl.Layers;

/// <summary><c>synthetic_gradient</c>: the input, whose gradient another layer says.</summary>
internal sealed class SyntheticGradientShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input();
        if (input is null || call.Input(feature: null) is not { } output)
        {
            return null;
        }

        return call.Layer("gradient") is { } gradient && !CommonType.IsCompatible(call, gradient, input)
            ? null
            : output.Copy();
    }
}
