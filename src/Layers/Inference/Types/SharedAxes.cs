using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary>Which axes two tensors share, where one holds places in the other (contract 3.7).</summary>
internal sealed class SharedAxes
{
    private const AxisMatching SameSize =
        AxisMatching.SameFeatureSize | AxisMatching.SameSpatialSize | AxisMatching.FeatureIsSpatial;
    private const int NoBroadcastMatchFrom = 11;

    private SharedAxes(
        ImmutableArray<int> ofInput,
        ImmutableArray<int> ofPosition,
        ImmutableArray<int> onlyInput,
        ImmutableArray<int> onlyPosition
    )
    {
        OfInput = ofInput;
        OfPosition = ofPosition;
        OnlyInput = onlyInput;
        OnlyPosition = onlyPosition;
    }

    /// <summary>The places of the shared axes in the input.</summary>
    internal ImmutableArray<int> OfInput { get; }

    /// <summary>The same axes in the positions.</summary>
    internal ImmutableArray<int> OfPosition { get; }

    /// <summary>The input's other axes, without the one that is looked into.</summary>
    internal ImmutableArray<int> OnlyInput { get; }

    /// <summary>The positions' other axes.</summary>
    internal ImmutableArray<int> OnlyPosition { get; }

    /// <summary>Finds them; null if RETURNN does not, too.</summary>
    internal static SharedAxes? Of(LayerCall call, TensorType input, TensorType position, int gathered)
    {
        var rule = AxisMatching.SameSpatialSize;
        rule |= call.BehaviorVersion < NoBroadcastMatchFrom ? AxisMatching.Broadcast : AxisMatching.Exact;
        var (inputTags, positionTags) = Tags(input, position, rule);
        ImmutableArray<int> ofInput =
        [
            .. Where(
                input,
                index => index != gathered && Has(inputTags, input.Axes[index]) && Has(positionTags, input.Axes[index])
            ),
        ];
        ImmutableArray<int> onlyInput =
        [
            .. Where(input, index => index != gathered && !Has(positionTags, inputTags[index])),
        ];
        ImmutableArray<int> onlyPosition =
        [
            .. Where(
                position,
                index => !Has(inputTags, positionTags[index]) || positionTags[index].IsSame(inputTags[gathered])
            ),
        ];
        if (Places(call, position, input, ofInput) is not { } ofPosition)
        {
            return null;
        }

        var isWhole =
            ofInput.Length + onlyInput.Length + 1 == input.Rank
            && ofPosition.Union(onlyPosition).Count() == position.Rank;
        return isWhole ? new(ofInput, ofPosition, onlyInput, onlyPosition) : null;
    }

    /// <summary>For axes of one tensor the places in another; null if one has none.</summary>
    internal static ImmutableArray<int>? Places(
        LayerCall call,
        TensorType target,
        TensorType type,
        ImmutableArray<int> indexes
    )
    {
        var places = ImmutableArray.CreateBuilder<int>(indexes.Length);
        foreach (var index in indexes)
        {
            if (CommonType.PlaceOf(type.Axes[index], target, SameSize, places) is not { } place)
            {
                call.Fail(ShapeFaults.NoMatch(type, target, type.Axes[index]));
                return null;
            }

            places.Add(place);
        }

        return places.MoveToImmutable();
    }

    // For each axis the one that stands for it and for those that match it.
    private static (ImmutableArray<Axis> Input, ImmutableArray<Axis> Position) Tags(
        TensorType input,
        TensorType position,
        AxisMatching rule
    )
    {
        var inputTags = input.Axes.ToBuilder();
        var positionTags = ImmutableArray.CreateBuilder<Axis>(position.Rank);
        var free = new List<Axis>(input.Axes);
        foreach (var axis in position.Axes)
        {
            var existing = CommonType.Existing(axis, free, rule);
            if (existing is null)
            {
                positionTags.Add(axis);
                continue;
            }

            free.Remove(existing);
            if (existing.IsUndefinedAtAll && !axis.IsUndefinedAtAll && axis.Size == existing.Size)
            {
                Replace(inputTags, existing, axis);
                Replace(positionTags, existing, axis);
                existing = axis;
            }

            positionTags.Add(existing);
        }

        return (inputTags.ToImmutable(), positionTags.ToImmutable());
    }

    private static void Replace(ImmutableArray<Axis>.Builder tags, Axis before, Axis after)
    {
        for (var index = 0; index < tags.Count; index++)
        {
            tags[index] = tags[index].IsSame(before) ? after : tags[index];
        }
    }

    private static bool Has(ImmutableArray<Axis> tags, Axis axis) => tags.Any(axis.IsSame);

    private static IEnumerable<int> Where(TensorType type, Func<int, bool> isMeant) =>
        Enumerable.Range(0, type.Rank).Where(isMeant);
}
