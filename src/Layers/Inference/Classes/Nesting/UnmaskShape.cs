namespace NetDsl.Layers;

/// <summary><c>unmask</c>: frames that a mask left out are filled in again.</summary>
internal sealed class UnmaskShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (call.Sources is not [var source])
        {
            return call.IsOpaque ? null : call.Fail(ShapeFaults.Sources(call.Sources.Length, "one"));
        }

        if (call.IsInLoop)
        {
            return source.TimeIndex is { } time ? source.Without(time) : source;
        }

        if (source.TimeIndex is null)
        {
            return call.Fail(ShapeFaults.NoAxis("from", "of time", source));
        }

        if (call.Layer("mask") is not { } mask)
        {
            return call.Unknown();
        }

        return mask.TimeAxis is { } all
            ? source.TimeMajor().Replace(0, all)
            : call.Fail(ShapeFaults.NoAxis("mask", "of time", mask));
    }
}
