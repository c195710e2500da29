namespace NetDsl.Layers;

/// <summary><c>length</c>: the lengths of an axis, or its size if all sequences have the same.</summary>
internal sealed class LengthShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (call.IsOpaque || SourceAxis.Of(call, "axis", "T") is not { } axis)
        {
            return null;
        }

        if (ShapeOption.DataType(call, "int32") is not { } dataType)
        {
            return null;
        }

        if (call.Flag("add_time_axis"))
        {
            return WithTime(call, axis, dataType);
        }

        if (axis.IsDynamic)
        {
            return new(axis.LengthAxes, "int32") { LengthOf = axis };
        }

        var name = axis.IsBatch ? "batch_dim" : "static_dim";
        return new([], dataType) { Sparse = Sparse(call, name) };
    }

    private static TensorType? WithTime(LayerCall call, Axis axis, string dataType)
    {
        if (!axis.IsDynamic || axis.LengthAxes is not [{ IsBatch: true }])
        {
            return call.Fail(ShapeFaults.Size($"The axis {axis} has no lengths for each sequence", "those", "axis"));
        }

        var time = call.NewSpatial($"time:static1:{call.Name}_length", 1);
        return new([call.Space.Batch, time], dataType) { Time = SpecialAxis.At(1), Sparse = Sparse(call, "length") };
    }

    private static Axis? Sparse(LayerCall call, string name) =>
        call.Flag("sparse") ? call.Space.MadeFeature($"{call.Name}_{name}:sparse-dim", null) : null;
}
