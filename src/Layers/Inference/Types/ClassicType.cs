using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary>How RETURNN arranges and marks tensors that it makes by parts.</summary>
internal static class ClassicType
{
    /// <summary>Explicit marks only where RETURNN would not pick the same itself.</summary>
    internal static TensorType WithFeatureAt(this TensorType type, int? index) =>
        type.FeatureIndex == index ? type : type.WithFeature(SpecialAxis.AtOrNone(index));

    /// <summary>Explicit marks only where RETURNN would not pick the same itself.</summary>
    internal static TensorType WithTimeAt(this TensorType type, int? index) =>
        type.TimeIndex == index ? type : type.WithTime(SpecialAxis.AtOrNone(index));

    /// <summary>Batch first, axes of sequences next, features last.</summary>
    internal static TensorType BatchSpatialMajor(this TensorType type)
    {
        var result = type.BatchMajor().FeatureLast();
        var place = 1;
        foreach (var index in result.DynamicIndexes.ToImmutableArray())
        {
            result = result.Move(index, place++);
        }

        if (result.Feature.IsDefault || result.FeatureIndex is not { } feature)
        {
            return result;
        }

        var free = result.WithFeature(SpecialAxis.Default);
        return free.FeatureIndex == feature ? free : result;
    }

    /// <summary>A feature axis of one entry behind the others, or where RETURNN puts it.</summary>
    internal static TensorType AddFeature(this TensorType type, AxisSpace space, int? at = null)
    {
        var axis = new Axis(space, "feature1", AxisKind.Feature, 1);
        var index = at ?? type.PlaceFor(axis);
        return type.Insert(axis, index).WithFeature(SpecialAxis.Default).WithFeatureAt(index);
    }

    /// <summary>The feature axis as two: what remains, and new features.</summary>
    internal static TensorType SplitFeature(this TensorType type, AxisSpace space, int index, int rest, int size)
    {
        var remaining = space.Made($"feature_split_rem_{Text(rest)}", AxisKind.Spatial, rest);
        var feature = space.Made($"feature_split_new_{Text(size)}", type.Axes[index].Kind, size);
        var split = type.WithNewAxes(type.Axes.SetItem(index, remaining).Insert(index + 1, feature));
        return type.TimeIndex is { } time ? split.WithTime(SpecialAxis.At(time < index + 1 ? time : time + 1)) : split;
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
