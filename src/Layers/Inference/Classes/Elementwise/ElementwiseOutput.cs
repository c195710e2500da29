namespace NetDsl.Layers;

/// <summary>What classes that work on all sources entry by entry put out: what the sources have in common, changed by <c>out_type</c>.</summary>
internal static class ElementwiseOutput
{
    internal static TensorType? Of(LayerCall call, TensorType common, DictValue? declared)
    {
        var changed = declared is null ? Sized(call, common) : Changed(call, common, declared);
        var likeSources = CommonType.Of(call, call.Sources, ignoreFeature: true, mayBroadcastAll: true);
        return changed is null || likeSources is null
            ? null
            : DefaultShape.Finish(call, changed, call.Sources, likeSources, call.Axis("out_dim"));
    }

    // A number of features alone changes only indices: what they point into.
    private static TensorType? Sized(LayerCall call, TensorType common) => Checked(call, common);

    private static TensorType? Changed(LayerCall call, TensorType common, DictValue declared)
    {
        var type = TensorDescription.HasAxes(declared) ? Described(call, common, declared) : common;
        if (type is null || call.IsOpaque)
        {
            return null;
        }

        var size = LayerCall.IntegerOf(declared["dim"]) ?? call.Integer("n_out");
        var isSparse = declared["sparse"] is { } flag ? LayerCall.IsTrue(flag) : common.Sparse is not null;
        var sparse =
            declared["sparse_dim"] is DimValue dim ? call.Space.Of(dim.Value)
            : !isSparse ? null
            : declared["sparse"] is null && declared["dim"] is null ? common.Sparse
            : call.Space.MadeFeature($"{call.Name}_output:sparse-dim", size);
        type = type.OfType((declared["dtype"] as StringValue)?.Value ?? common.DataType, sparse);
        return Checked(call, TensorDescription.HasAxes(declared) ? type : Marked(type, declared));
    }

    private static TensorType? Described(LayerCall call, TensorType common, DictValue declared)
    {
        var described = declared;
        foreach (var (option, value) in Missing(call, common, declared))
        {
            described = described.With(option, value);
        }

        return new TensorDescription(call.Space, described).Read($"{call.Name}_output", isInput: false)
            ?? call.Unknown();
    }

    private static IEnumerable<(string Option, OptionValue Value)> Missing(
        LayerCall call,
        TensorType common,
        DictValue declared
    )
    {
        if (declared["dtype"] is null)
        {
            yield return ("dtype", common.DataType);
        }

        if (declared["version"] is null && common.Version == 1)
        {
            yield return ("version", 1);
        }

        if (declared["dim"] is null && call.Integer("n_out") is { } size)
        {
            yield return ("dim", size);
        }
    }

    private static TensorType Marked(TensorType type, DictValue declared) =>
        type.Marked(
            Mark(declared["time_dim_axis"], type.Time, type.Rank),
            Mark(declared["feature_dim_axis"], type.Feature, type.Rank)
        );

    private static SpecialAxis Mark(OptionValue? value, SpecialAxis otherwise, int rank)
    {
        var index = LayerCall.IntegerOf(value);
        index = index < 0 ? index + rank : index;
        return value is null || index < 0 || index >= rank ? otherwise : SpecialAxis.AtOrNone(index);
    }

    private static TensorType? Checked(LayerCall call, TensorType type) =>
        type.Sparse is not null && type.Feature.Index is not null
            ? call.Fail(
                ShapeFaults.Options($"{type} has a feature axis, too.", "Say \"feature_dim_axis\": None.", "out_type")
            )
            : type;
}
