using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary><c>merge_dims</c> and <c>combine_dims</c>: several axes as one.</summary>
internal sealed class MergeDimsShape : ILayerShape
{
    private const int KeepsOrderFrom = 6;

    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input(feature: null);
        var keepsOrder =
            call.LayerClass == "combine_dims" || call.Flag("keep_order", call.BehaviorVersion >= KeepsOrderFrom);
        if (input is null || call.IsOpaque)
        {
            return null;
        }

        if (!keepsOrder && call.BehaviorVersion >= KeepsOrderFrom)
        {
            return call.Fail(
                ShapeFaults.Options("From behavior_version 6 on, the order of the axes is kept.", null, "keep_order")
            );
        }

        if (call.Flag("out_type"))
        {
            return call.Fail(ShapeFaults.Options("The layer makes its output's type itself.", null, "out_type"));
        }

        if (PlacesOf(call, input, keepsOrder) is not { } places)
        {
            return null;
        }

        return places.Length <= 1 ? input : Merged(call, input, places, keepsOrder);
    }

    private static ImmutableArray<int>? PlacesOf(LayerCall call, TensorType input, bool keepsOrder)
    {
        if (!keepsOrder)
        {
            return call.AxesOf(input, "axes") is { } any ? [.. any.Order()] : null;
        }

        if (call.Option("axes") is not SequenceValue { Kind: not SequenceKind.Set } list)
        {
            call.Fail(ShapeFaults.Options("The axes are not a list, which would say their order.", null, "axes"));
            return null;
        }

        var places = ImmutableArray.CreateBuilder<int>();
        foreach (var axis in list.Items)
        {
            if (AxisSearch.Find(call, input, "axes", axis) is not { } found)
            {
                return null;
            }

            if (found.Length > 1 || places.Intersect(found).Any())
            {
                call.Fail(
                    ShapeFaults.Options($"\"axes\" names axes of {input} twice, or several at once.", null, "axes")
                );
                return null;
            }

            places.AddRange(found);
        }

        return places.ToImmutable();
    }

    private static TensorType? Merged(LayerCall call, TensorType input, ImmutableArray<int> places, bool keepsOrder)
    {
        ImmutableArray<Axis> parts = [.. places.Select(place => input.Axes[place])];
        var isBatch = parts.Any(axis => axis.IsBatch);
        if (isBatch && call.Has("out_dim"))
        {
            return call.Unknown();
        }

        var merged = isBatch ? Batch(call.Space, parts, keepsOrder) : AxisMath.Product(parts.AsSpan());
        if (!call.Declare(merged, call.Axis("out_dim"), "out_dim"))
        {
            return null;
        }

        var goal = GoalOf(input, places);
        ImmutableArray<Axis> rest = [.. input.Axes.Where((_, place) => !places.Contains(place))];
        var result = input.WithNewAxes(rest.Insert(goal, merged));
        var (time, isTimeFine) = NewPlace(input, places, goal, input.TimeIndex);
        var (feature, isFeatureFine) = NewPlace(input, places, goal, input.FeatureIndex);
        if (!isTimeFine || !isFeatureFine)
        {
            return call.Fail(
                ShapeFaults.Options(
                    $"RETURNN loses the time or feature axis of {input} when it merges these axes.",
                    "Transpose the input first.",
                    "axes"
                )
            );
        }

        result = Marked(input, result, time, feature);
        return call.Integer("n_out") is { } size && result.FeatureAxis?.Size is { } features && size != features
            ? call.Fail(ShapeFaults.Declared("n_out", $"{size}", $"{result.FeatureAxis}"))
            : result;
    }

    private static TensorType Marked(TensorType input, TensorType result, int? time, int? feature)
    {
        var batch = result.BatchIndex;
        feature = feature == batch ? null : feature;
        var isMergedTime =
            time is not null
            && (time == batch || time == feature)
            && input.TimeIndex != input.BatchIndex
            && input.TimeIndex != input.FeatureIndex;
        result = result.WithTime(SpecialAxis.AtOrNone(isMergedTime ? null : time));
        return input.Feature.IsDefault
            ? result.WithFeatureAt(feature)
            : result.WithFeature(SpecialAxis.AtOrNone(feature));
    }

    // Where the merged axis goes: to the features, or to the first of its parts.
    private static int GoalOf(TensorType input, ImmutableArray<int> places) =>
        input.FeatureIndex is { } feature && places.Contains(feature)
            ? feature - places.Count(place => place < feature)
            : places.Min();

    // Follows RETURNN step by step; it takes a wrong turn for some orders of axes and then stops.
    private static (int? Place, bool IsFine) NewPlace(TensorType input, ImmutableArray<int> places, int goal, int? old)
    {
        if (old is not { } place)
        {
            return (null, true);
        }

        if (places.Contains(place))
        {
            return (goal, true);
        }

        for (var index = 0; index < input.Rank; index++)
        {
            place -= places.Contains(index) ? 1 : 0;
            place += index == goal ? 1 : 0;
            if (index >= place)
            {
                break;
            }
        }

        return (place, place != goal);
    }

    private static Axis Batch(AxisSpace space, ImmutableArray<Axis> axes, bool keepsOrder)
    {
        var at = axes.ToList().FindIndex(axis => axis.IsBatch);
        var parts = axes[at].Parts.ToBuilder();
        for (var index = 0; index < axes.Length; index++)
        {
            if (index != at)
            {
                var kind = axes[index].Size is null ? BatchPartKind.Padded : BatchPartKind.Fixed;
                parts.Insert(index > at || !keepsOrder ? parts.Count : SpatialMajor(parts), new(axes[index], kind));
            }
        }

        return space.MergedBatch(parts.ToImmutable());
    }

    /// <summary>Where RETURNN puts a part that is outside of the batch: behind other such parts.</summary>
    internal static int SpatialMajor(IReadOnlyList<BatchPart> parts)
    {
        var index = 0;
        while (index < parts.Count && parts[index].Kind != BatchPartKind.Global)
        {
            index++;
        }

        return index < parts.Count ? index : 0;
    }
}
