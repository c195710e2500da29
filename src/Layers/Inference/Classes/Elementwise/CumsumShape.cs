namespace NetDsl.Layers;

/// <summary><c>cumsum</c>: the input, summed up along an axis.</summary>
internal sealed class CumsumShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input();
        if (input is null || call.Input(feature: null) is not { } output)
        {
            return null;
        }

        // In a loop the axis may be that of the loop, which the frames do not have.
        return !call.IsInLoop && call.AxisOf(input, "axis", call.Option("axis") ?? "T") is null ? null : output.Copy();
    }
}
