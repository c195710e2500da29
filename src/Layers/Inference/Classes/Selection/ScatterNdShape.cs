namespace NetDsl.Layers;

/// <summary><c>scatter_nd</c>: the entries put to the places that another layer holds, along a new axis.</summary>
internal sealed class ScatterNdShape : ILayerShape
{
    private const AxisMatching Rule =
        AxisMatching.SameFeatureSize | AxisMatching.SameSpatialSize | AxisMatching.FeatureIsSpatial;

    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input(feature: null);
        if (input is null || call.Layer("position") is not { } position)
        {
            return input is null ? null : call.Unknown();
        }

        if (call.Has("out_spatial_dim") == call.Has("output_dim_via_time_from"))
        {
            return call.Fail(
                ShapeFaults.Options(
                    "The layer needs one of \"out_spatial_dim\" and \"output_dim_via_time_from\".",
                    null,
                    "out_spatial_dim"
                )
            );
        }

        var goal = call.Axis("out_spatial_dim") ?? call.Layer("output_dim_via_time_from")?.TimeAxis;
        if (goal is null || call.AxisOf(position, "position_axis") is not { } index)
        {
            return call.Fault is null ? call.Unknown() : null;
        }

        if (position.Axes[index].IsBatch)
        {
            return call.Fail(
                ShapeFaults.Size($"The places {position} are along the batch", "another axis", "position_axis")
            );
        }

        var common = Extended(position.OfType(input.DataType, input.Sparse), input);
        common = common.TimeIndex is null && common.Version < 2 ? common.WithTime(SpecialAxis.At(index)) : common;
        return common.Replace(index, goal);
    }

    // The input's own axes come behind those of the positions.
    private static TensorType Extended(TensorType common, TensorType input)
    {
        var free = new List<Axis>(common.Axes);
        var added = new List<Axis>();
        foreach (var axis in input.Axes)
        {
            if (CommonType.Existing(axis, free, Rule) is { } existing)
            {
                free.Remove(existing);
            }
            else
            {
                added.Add(axis);
            }
        }

        return added.Aggregate(common, (type, axis) => type.Insert(axis, type.Rank));
    }
}
