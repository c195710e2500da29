namespace NetDsl.Layers;

/// <summary><c>boolean_mask</c>: the entries that a mask picks, along one axis.</summary>
internal sealed class BooleanMaskShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (call.IsOpaque || call.Sources is not [var source])
        {
            return call.IsOpaque ? null : call.Fail(ShapeFaults.Sources(call.Sources.Length, "one"));
        }

        if (call.Layer("mask") is not { } mask || call.Dims("dims") is not { } dims)
        {
            return call.Unknown();
        }

        if (mask.Rank == 0 || mask.Axes.Any(axis => !dims.Any(axis.IsSame)) || dims.Any(axis => !mask.Has(axis)))
        {
            return call.Fail(ShapeFaults.Size($"The mask is {mask}", $"one of {string.Join(", ", dims)}", "mask"));
        }

        var picked = new Axis(call.Space, $"{call.Name}:mask", AxisKind.Unspecified, null)
        {
            HasLength = true,
            LengthAxes = [],
        };
        if (!call.Declare(picked, call.Axis("out_dim"), "out_dim"))
        {
            return null;
        }

        return source.WithNewAxes([call.Axis("out_dim") ?? picked, .. source.Axes.Where(axis => !mask.Has(axis))]);
    }
}
