namespace NetDsl.Layers;

/// <summary><c>range_in_axis</c>: the places along an axis.</summary>
internal sealed class RangeInAxisShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (
            call.IsOpaque
            || SourceAxis.Of(call, "axis") is not { } axis
            || ShapeOption.DataType(call, "int32") is not { } dataType
        )
        {
            return null;
        }

        foreach (var option in (ReadOnlySpan<string>)["unbroadcast", "keepdims"])
        {
            if (call.Flag(option))
            {
                return call.Fail(ShapeFaults.Options("RETURNN refuses this option.", "Leave it out.", option));
            }
        }

        return new([axis], dataType) { Sparse = call.Flag("sparse") ? axis : null };
    }
}
