using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary>What several sources have in common: a tensor with all their axes that each can be made compatible to.</summary>
internal static class CommonType
{
    private const int NoBroadcastOfAllFrom = 4;
    private const int NoBroadcastMatchFrom = 11;

    private const AxisMatching Common =
        AxisMatching.FeatureIsSpatial | AxisMatching.SameSpatialSize | AxisMatching.Undefined | AxisMatching.Derived;

    private const AxisMatching Compatible =
        AxisMatching.SameFeatureSize
        | AxisMatching.SameSpatialSize
        | AxisMatching.FeatureIsSpatial
        | AxisMatching.IgnoreFeature;

    /// <summary>The common type of sources; null if RETURNN refuses to broadcast them all, and the call then says so.</summary>
    /// <param name="call">The layer.</param>
    /// <param name="sources">At least one.</param>
    /// <param name="ignoreFeature">Whether feature axes match whatever their size.</param>
    /// <param name="mayBroadcastAll">Whether no source needs to have all axes (contract 1.5, version 4).</param>
    internal static TensorType? Of(
        LayerCall call,
        IReadOnlyList<TensorType> sources,
        bool ignoreFeature,
        bool mayBroadcastAll
    )
    {
        if (sources.Count == 1)
        {
            return sources[0];
        }

        var rule = Common | (ignoreFeature ? AxisMatching.IgnoreFeature : AxisMatching.Exact);
        if (call.BehaviorVersion < NoBroadcastMatchFrom)
        {
            rule |= AxisMatching.Broadcast;
        }

        if (!TryFindBatch(sources, out var batch))
        {
            return call.Unknown();
        }

        var rank = sources.Max(source => source.Rank);
        var common = sources.First(source => source.Rank == rank).Copy();
        foreach (var axis in Unique(sources, rule))
        {
            common = Existing(axis, common.Axes, rule) switch
            {
                null => common.Insert(axis),
                var known when !known.IsSame(axis) => common.Replace(common.IndexOf(known)!.Value, axis),
                _ => common,
            };
        }

        if (batch is not null && common.BatchIndex is { } index)
        {
            common = common.WithAxes(common.Axes.SetItem(index, batch));
        }

        var needsAll = sources.All(source => source.Rank < common.Rank);
        return needsAll && !mayBroadcastAll && call.BehaviorVersion >= NoBroadcastOfAllFrom
            ? call.Fail(UnlikeFeatures(sources) ?? ShapeFaults.BroadcastsAll(sources, common))
            : common;
    }

    // Features of two sizes are hardly meant to make an outer product.
    private static ShapeFault? UnlikeFeatures(IReadOnlyList<TensorType> sources)
    {
        var first = sources[0];
        var other = sources.FirstOrDefault(source =>
            source.FeatureAxis is { Size: > 1 and var size }
            && first.FeatureAxis is { Size: > 1 and var given }
            && size != given
        );
        return other is null ? null : ShapeFaults.NoMatch(first, other, first.FeatureAxis!);
    }

    /// <summary>For each axis of <paramref name="type"/> the place in <paramref name="target"/>; null if one has none, and the call then says so.</summary>
    internal static ImmutableArray<int>? Match(
        LayerCall call,
        TensorType type,
        TensorType target,
        AxisMatching rule = Compatible
    )
    {
        var places = ImmutableArray.CreateBuilder<int>(type.Rank);
        foreach (var axis in type.Axes)
        {
            if (PlaceOf(axis, target, rule, places) is not { } place)
            {
                call.Fail(ShapeFaults.NoMatch(type, target, axis));
                return null;
            }

            places.Add(place);
        }

        return places.MoveToImmutable();
    }

    /// <summary>Whether a source can be brought into the common form: the check RETURNN makes when it computes the layer.</summary>
    internal static bool IsCompatible(
        LayerCall call,
        TensorType type,
        TensorType target,
        bool mindsDataType = true,
        bool mindsSparse = true
    )
    {
        if (
            (mindsDataType && !string.Equals(type.DataType, target.DataType, StringComparison.Ordinal))
            || (mindsSparse && type.Sparse is null != target.Sparse is null)
        )
        {
            call.Fail(ShapeFaults.DataType($"A source holds {Entries(type)}", $"{Entries(target)} as the others"));
            return false;
        }

        if (type.Rank > target.Rank || (type.BatchIndex is not null && target.BatchIndex is null))
        {
            call.Fail(ShapeFaults.Options($"The source {type} has axes that {target} does not have.", null, "from"));
            return false;
        }

        return Match(call, type, target) is not null;
    }

    /// <summary>Takes over the sources' axes where those of a new type are the same but not as well known.</summary>
    internal static TensorType TakeOver(TensorType type, IEnumerable<TensorType> others)
    {
        var known = new List<Axis>(type.Axes);
        var result = type.Axes.ToBuilder();
        foreach (var other in others)
        {
            var free = new List<Axis>(known);
            foreach (var axis in other.Axes)
            {
                if (Existing(axis, free, Common) is not { } existing)
                {
                    known.Add(axis);
                    continue;
                }

                free.Remove(existing);
                if (existing.IsUndefinedAtAll && !axis.IsUndefinedAtAll && axis.Size == existing.Size)
                {
                    known[known.IndexOf(existing)] = axis;
                    for (var index = 0; index < result.Count; index++)
                    {
                        result[index] = result[index].IsSame(existing) ? axis : result[index];
                    }
                }
            }
        }

        return type.WithAxes(result.ToImmutable());
    }

    // The batch with most merged into it, if there are different ones and it has all that the others have.
    private static bool TryFindBatch(IReadOnlyList<TensorType> sources, out Axis? batch)
    {
        batch = null;
        var batches = sources
            .Where(source => source.BatchIndex is not null)
            .Select(source => source.Axes[source.BatchIndex!.Value])
            .ToList();
        if (batches.TrueForAll(one => one.Merged.IsEmpty))
        {
            return true;
        }

        var most = batches.MaxBy(one => one.Merged.Length)!;
        batch = most;
        return batches.TrueForAll(one =>
            one.Merged.All(part => most.Merged.Any(other => part.Axis.IsSame(other.Axis)))
        );
    }

    private static string Entries(TensorType type) =>
        type.Sparse is null ? type.DataType : $"class indices of type {type.DataType}";

    /// <summary>The place in <paramref name="target"/> that matches an axis best, of those not taken.</summary>
    internal static int? PlaceOf(Axis axis, TensorType target, AxisMatching rule, IReadOnlyList<int> taken)
    {
        ReadOnlySpan<AxisMatching> rounds =
        [
            AxisMatching.Exact,
            rule,
            rule | AxisMatching.Broadcast,
            rule | AxisMatching.Broadcast | AxisMatching.UnknownSpatial,
        ];
        foreach (var round in rounds)
        {
            int? best = null;
            for (var index = 0; index < target.Rank; index++)
            {
                var candidate = target.Axes[index];
                if (!taken.Contains(index) && candidate.Matches(axis, round) && IsBetter(target, axis, best, index))
                {
                    best = index;
                }
            }

            if (best is not null)
            {
                return best;
            }
        }

        // Under early behavior versions lengths match that RETURNN has not computed by then: who knows which.
        return axis.IsDynamic && !axis.Space.IsStrict
            ? target.DynamicIndexes.Cast<int?>().FirstOrDefault(index => !taken.Contains(index!.Value))
            : null;
    }

    private static bool IsBetter(TensorType target, Axis axis, int? best, int index) =>
        best is not { } before
        || (
            !ReferenceEquals(target.Axes[before], axis)
            && (
                ReferenceEquals(target.Axes[index], axis)
                || target.Axes[index].MatchPriority > target.Axes[before].MatchPriority
            )
        );

    private static List<Axis> Unique(IReadOnlyList<TensorType> sources, AxisMatching rule)
    {
        var all = new List<Axis>();
        foreach (var source in sources)
        {
            // Two equal axes of one source stay two.
            var free = new List<Axis>(all);
            foreach (var axis in source.Axes)
            {
                if (Existing(axis, free, rule) is not { } existing)
                {
                    all.Add(axis);
                    continue;
                }

                free.Remove(existing);
                if (existing.IsUndefinedAtAll && !axis.IsUndefinedAtAll && axis.Size == existing.Size)
                {
                    all[all.IndexOf(existing)] = axis;
                }
            }
        }

        return all;
    }

    /// <summary>The first of the axes that matches; the stricter rules come first, so that the better match wins.</summary>
    internal static Axis? Existing(Axis axis, IReadOnlyList<Axis> axes, AxisMatching rule)
    {
        ReadOnlySpan<AxisMatching> rounds = [AxisMatching.Exact, rule & ~AxisMatching.Broadcast, rule];
        foreach (var round in rounds)
        {
            foreach (var candidate in axes)
            {
                if (candidate.Matches(axis, round))
                {
                    return candidate;
                }
            }
        }

        return null;
    }
}
