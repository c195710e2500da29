namespace NetDsl.Layers;

/// <summary><c>scaled_grad</c>: the input; scale and shift of its gradient may be layers.</summary>
internal sealed class ScaledGradShape : ILayerShape
{
    private static readonly CopyShape copy = new();

    public TensorType? Infer(LayerCall call)
    {
        if (copy.Infer(call) is not { } output)
        {
            return null;
        }

        foreach (var option in (ReadOnlySpan<string>)["scale", "shift"])
        {
            if (call.Option(option) is StringValue && call.Layer(option) is { } factor)
            {
                CommonType.IsCompatible(call, factor, output);
            }
        }

        foreach (var option in (ReadOnlySpan<string>)["scale_shift_by_sum_over_axis", "clip_max_axis"])
        {
            if (call.Has(option))
            {
                call.AxisOf(output, option);
            }
        }

        return call.Fault is null ? output.Copy() : null;
    }
}
