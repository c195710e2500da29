using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary><c>reinterpret_data</c>: the same entries with other axes, marks or classes.</summary>
internal sealed class ReinterpretDataShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input(feature: null);
        if (input is null || call.IsOpaque)
        {
            return null;
        }

        return
            Ordered(call, input) is { } ordered
            && Switched(call, ordered) is { } switched
            && Marked(call, switched) is { } marked
            && Resized(call, marked) is { } resized
            && Renamed(call, resized) is { } renamed
            && Sparse(call, renamed) is { } sparse
            ? Batched(call, sparse)
            : null;
    }

    private static TensorType? Ordered(LayerCall call, TensorType type)
    {
        var (batch, time) = (call.Flag("enforce_batch_major"), call.Flag("enforce_time_major"));
        if (batch && time)
        {
            return call.Fail(ShapeFaults.Options("Batch and time cannot both be first.", null, "enforce_time_major"));
        }

        if ((batch && type.BatchIndex is null) || (time && type.TimeIndex is null))
        {
            var option = batch ? "enforce_batch_major" : "enforce_time_major";
            return call.Fail(ShapeFaults.Size($"The input {type} has no such axis to put first", "one", option));
        }

        return batch ? type.BatchMajor()
            : time ? type.TimeMajor()
            : type;
    }

    private static TensorType? Switched(LayerCall call, TensorType type)
    {
        if (!call.Flag("switch_axes"))
        {
            return type;
        }

        var names = call.Text("switch_axes")?.Select(letter => letter.ToString()) ?? Texts(call.List("switch_axes"));
        switch (string.Concat(names.Select(Word).Order(StringComparer.Ordinal)))
        {
            case "FT" when type.Version < 2:
                var (time, feature) = (type.TimeIndex, type.FeatureIndex);
                return type.Marked(SpecialAxis.AtOrNone(feature), SpecialAxis.AtOrNone(time));
            case "FF" or "TT" or "BB":
                return type;
            default:
                return call.Fail(ShapeFaults.Options("Only time and features can be switched.", null, "switch_axes"));
        }
    }

    private static TensorType? Marked(LayerCall call, TensorType type)
    {
        foreach (
            var (name, where) in (call.Option("set_axes") as DictValue ?? DictValue.Empty).OrderBy(
                Name,
                StringComparer.Ordinal
            )
        )
        {
            int? place = null;
            if (where is IntegerValue && !call.Flag("enforce_batch_major") && !call.Flag("enforce_time_major"))
            {
                return call.Fail(
                    ShapeFaults.Options("An axis is given by its place in an order that is not set.", null, "set_axes")
                );
            }

            if (where is not NoneValue)
            {
                place = call.AxisOf(type, "set_axes", where);
                if (place is null)
                {
                    return null;
                }
            }

            switch (Word((name as StringValue)?.Value ?? ""))
            {
                case "T":
                    type = Classic(type).WithTime(SpecialAxis.AtOrNone(place));
                    break;
                case "F":
                    type = type.WithFeature(SpecialAxis.AtOrNone(place));
                    break;
                case "B" when place == type.BatchIndex:
                    break;
                default:
                    return call.Fail(ShapeFaults.Options("Only time and features can be set.", null, "set_axes"));
            }
        }

        return type;
    }

    // Only tensors of version 1 can have a time axis; then those of the features are marked, too.
    private static TensorType Classic(TensorType type) =>
        type.Version < 2
            ? type
            : new TensorType(type.Axes, type.DataType)
            {
                Sparse = type.Sparse,
                Feature = SpecialAxis.AtOrNone(type.FeatureIndex),
            };

    private static TensorType? Resized(LayerCall call, TensorType type)
    {
        if (!call.Has("size_base") || !type.DynamicIndexes.Any())
        {
            return type;
        }

        if (call.Layer("size_base") is not { } source)
        {
            return call.Unknown();
        }

        int[] places = [.. type.DynamicIndexes];
        Axis[] axes = [.. source.DynamicIndexes.Select(index => source.Axes[index])];
        if (axes.Length != places.Length)
        {
            return call.Fail(
                ShapeFaults.Size(
                    $"{source} has {axes.Length} axes with lengths and {type} has {places.Length}",
                    "as many",
                    "size_base"
                )
            );
        }

        var result = type.Axes;
        for (var number = 0; number < places.Length; number++)
        {
            result = result.SetItem(places[number], axes[number]);
        }

        return type.WithAxes(result);
    }

    private static TensorType? Renamed(LayerCall call, TensorType type)
    {
        foreach (var (where, value) in Entries(call.Option("set_dim_tags")))
        {
            if (value is not DimValue dim)
            {
                return call.Unknown();
            }

            if (call.AxisOf(type, "set_dim_tags", where) is not { } place)
            {
                return null;
            }

            var (before, after) = (type.Axes[place], call.Space.Of(dim.Value));
            if (!before.IsBatch && !after.IsBatch && after.HasLength && before.HasLength && before.Size != after.Size)
            {
                return call.Fail(ShapeFaults.Declared("set_dim_tags", $"{after}", $"{before}"));
            }

            if (before.HasLength && !after.HasLength)
            {
                after.TakeLengthOf(before);
            }

            type = type.Replace(place, after);
        }

        return type;
    }

    private static IEnumerable<KeyValuePair<OptionValue, OptionValue>> Entries(OptionValue? given) =>
        given switch
        {
            DictValue dict => dict,
            SequenceValue list => list
                .Items.OfType<SequenceValue>()
                .Where(pair => pair.Items.Length == 2)
                .Select(pair => new KeyValuePair<OptionValue, OptionValue>(pair.Items[0], pair.Items[1])),
            _ => [],
        };

    private static TensorType? Sparse(LayerCall call, TensorType type)
    {
        if (call.Has("set_sparse"))
        {
            type = call.Flag("set_sparse") ? MadeSparse(call, type) : type.OfType(type.DataType);
        }

        var (axis, size) = (call.Axis("set_sparse_dim"), call.Integer("set_sparse_dim"));
        if ((axis is not null || size is not null || call.Flag("increase_sparse_dim")) && type.Sparse is null)
        {
            return call.Fail(
                ShapeFaults.DataType($"The input {type} holds no class indices", "class indices, or \"set_sparse\"")
            );
        }

        if (axis is not null || (size is not null && size != type.Sparse!.Size))
        {
            type = type.OfType(type.DataType, axis ?? call.NewFeature("set-sparse-dim", size));
        }

        return call.Integer("increase_sparse_dim") is { } more && more != 0
            ? type.OfType(type.DataType, AxisMath.Add(type.Sparse!, more))
            : type;
    }

    private static TensorType MadeSparse(LayerCall call, TensorType type)
    {
        if (type.Sparse is not null)
        {
            return type;
        }

        var size = call.Integer("set_sparse_dim") ?? type.FeatureAxis?.Size;
        var axis = call.Axis("set_sparse_dim") ?? call.Space.MadeFeature($"{call.Name}_output:sparse-dim", size);
        return type.OfType(type.DataType, axis).WithFeature(SpecialAxis.Default);
    }

    private static TensorType? Batched(LayerCall call, TensorType type)
    {
        if (!call.Has("batch_dim_base") || type.BatchIndex is not { } index)
        {
            return type;
        }

        return call.Layer("batch_dim_base") is { BatchIndex: { } batch } source
            ? type.Replace(index, source.Axes[batch])
            : call.Unknown();
    }

    private static IEnumerable<string> Texts(ImmutableArray<OptionValue> values) =>
        values.Select(value => (value as StringValue)?.Value ?? "");

    private static string Name(KeyValuePair<OptionValue, OptionValue> entry) => (entry.Key as StringValue)?.Value ?? "";

    private static string Word(string name) =>
        name switch
        {
            "batch_dim_axis" => "B",
            "time_dim_axis" => "T",
            "feature_dim_axis" => "F",
            _ => name.ToUpperInvariant(),
        };
}
