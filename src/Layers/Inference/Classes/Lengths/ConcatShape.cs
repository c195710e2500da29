using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary><c>concat</c>: the sources behind each other along one axis of each.</summary>
internal sealed class ConcatShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var given = call.List("from");
        if (call.IsOpaque || given.IsEmpty || given.Length != call.Sources.Length)
        {
            return call.IsOpaque || !given.IsEmpty ? call.Unknown() : call.Fail(ShapeFaults.Sources(0, "at least one"));
        }

        if (PlacesOf(call, given) is not { } places)
        {
            return null;
        }

        var sum = Sum([.. call.Sources.Select((source, number) => source.Axes[places[number]])]);
        var declared = call.Axis("out_dim");
        if (declared?.HasLength == true && declared.Size != sum.Size)
        {
            return call.Fail(ShapeFaults.Declared("out_dim", $"{declared}", $"{sum}"));
        }

        if (declared?.HasLength == false && !call.Declare(sum, declared, "out_dim"))
        {
            return null;
        }

        var axis = declared ?? sum;
        TensorType[] sources = [.. call.Sources.Select((source, number) => source.Replace(places[number], axis))];
        return
            CommonType.Of(call, sources, ignoreFeature: false, mayBroadcastAll: true) is { } common
            && (call.Flag("allow_broadcast") || HaveAll(call, sources, common))
            ? common
            : null;
    }

    private static ImmutableArray<int>? PlacesOf(LayerCall call, ImmutableArray<OptionValue> given)
    {
        var places = ImmutableArray.CreateBuilder<int>();
        foreach (var item in given)
        {
            if (item is not SequenceValue { Items: [_, var where] })
            {
                call.Fail(
                    ShapeFaults.Options(
                        "A source comes without the axis to concatenate.",
                        "Give pairs of layer and axis.",
                        "from"
                    )
                );
                return null;
            }

            if (call.AxisOf(call.Sources[places.Count], "from", where) is not { } place)
            {
                return null;
            }

            places.Add(place);
        }

        return places.ToImmutable();
    }

    private static bool HaveAll(LayerCall call, TensorType[] sources, TensorType common)
    {
        foreach (var source in sources)
        {
            if (source.Rank < common.Rank)
            {
                call.Fail(
                    ShapeFaults.Options(
                        $"The source {source} lacks axes of the result {common}.",
                        "Set \"allow_broadcast\" to True.",
                        "from"
                    )
                );
                return false;
            }
        }

        return true;
    }

    private static Axis Sum(ImmutableArray<Axis> axes) =>
        axes[1..].Aggregate(axes[0], (sum, axis) => AxisMath.Add(sum, axis));
}
