namespace NetDsl.Layers;

/// <summary><c>range</c>: whole numbers from a start to a limit.</summary>
internal sealed class RangeShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (ShapeOption.DataType(call, "int32") is not { } dataType)
        {
            return null;
        }

        if (
            Number(call, "limit", null) is not { } limit
            || Number(call, "start", 0) is not { } start
            || Number(call, "delta", 1) is not { } delta
            || delta == 0
        )
        {
            return call.IsOpaque
                ? null
                : call.Fail(ShapeFaults.Size("The range is not of whole numbers", "those, and steps", "limit"));
        }

        var (span, step) = delta > 0 ? ((long)limit - start, (long)delta) : ((long)start - limit, -(long)delta);
        var count = span <= 0 ? 0 : (span + step - 1) / step;
        var axis = call.NewSpatial($"{call.Name}:range", (int)Math.Min(count, int.MaxValue));
        if (!call.Declare(axis, call.Axis("out_spatial_dim"), "out_spatial_dim"))
        {
            return null;
        }

        var sparse = call.Flag("sparse") ? call.NewSpatial($"{call.Name}:range-indices", null) : null;
        return new([axis], dataType) { Sparse = sparse };
    }

    private static int? Number(LayerCall call, string option, int? otherwise) =>
        call.IsGiven(option) ? call.Integer(option) : otherwise;
}
