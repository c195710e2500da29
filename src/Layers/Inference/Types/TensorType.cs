using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary>
/// What RETURNN knows of a tensor before it computes it: its axes in order, what its entries are, and which axes are special
/// (contract 2). Immutable.
/// </summary>
internal sealed class TensorType
{
    internal TensorType(ImmutableArray<Axis> axes, string dataType = "float32")
    {
        Axes = axes;
        DataType = dataType;
    }

    private TensorType(TensorType other, ImmutableArray<Axis> axes)
    {
        Axes = axes;
        DataType = other.DataType;
        Sparse = other.Sparse;
        Time = other.Time;
        Feature = other.Feature;
        Version = other.Version;
    }

    internal ImmutableArray<Axis> Axes { get; }

    /// <summary>What the entries are, in TensorFlow's words.</summary>
    internal string DataType { get; init; }

    /// <summary>For class indices, the axis they point into.</summary>
    internal Axis? Sparse { get; init; }

    /// <summary>Which axis is marked as time.</summary>
    internal SpecialAxis Time { get; init; }

    /// <summary>Which axis is marked as features.</summary>
    internal SpecialAxis Feature { get; init; }

    /// <summary>1 has special axes by default, 2 has no time axis and features only if marked (contract 2.2).</summary>
    internal int Version { get; init; } = 1;

    /// <summary>For lengths as they come from the dataset or a layer, the axis they are the lengths of.</summary>
    internal Axis? LengthOf { get; init; }

    internal int Rank => Axes.Length;

    internal int? BatchIndex => IndexOf(axis => axis.IsBatch);

    internal int? TimeIndex =>
        Version >= 2 ? null
        : Time.IsDefault ? IndexOf(axis => axis.IsSpatial && axis.Size is null) ?? IndexOf(axis => axis.IsDynamic)
        : Time.Index;

    internal int? FeatureIndex =>
        !Feature.IsDefault ? Feature.Index
        : Version >= 2 ? null
        : DefaultFeature();

    internal Axis? TimeAxis => TimeIndex is { } index ? Axes[index] : null;

    internal Axis? FeatureAxis => FeatureIndex is { } index ? Axes[index] : null;

    /// <summary>The axis that the entries or the feature vectors are over.</summary>
    internal Axis? FeatureOrSparse => Sparse ?? FeatureAxis;

    /// <summary>All but batch and features; time and dynamic axes always.</summary>
    internal IEnumerable<int> SpatialIndexes =>
        Indexes(
            (axis, index) => !IsBatchAt(index) && (index != FeatureIndex || index == TimeIndex || axis.Size is null)
        );

    internal IEnumerable<int> DynamicIndexes => Indexes((axis, _) => axis.IsDynamic);

    internal IEnumerable<int> StaticIndexes => Indexes((axis, _) => axis.Size is not null && !axis.IsBatch);

    /// <summary>The axes without that of the features.</summary>
    internal ImmutableArray<Axis> AxesWithoutFeature =>
        Sparse is null && FeatureIndex is { } index ? Axes.RemoveAt(index) : Axes;

    /// <summary>What the shape depends on beyond its axes: the sparse axis, and axes that lengths depend on (contract 3.5).</summary>
    internal IEnumerable<Axis> ImplicitAxes
    {
        get
        {
            if (Sparse is { } sparse && !Has(sparse))
            {
                yield return sparse;
            }

            foreach (var axis in Axes)
            {
                foreach (var length in axis.IsDynamic ? axis.LengthAxes : [])
                {
                    if (!Has(length))
                    {
                        yield return length;
                    }
                }
            }
        }
    }

    internal bool Has(Axis axis) => IndexOf(axis) is not null;

    /// <summary>The place of an axis, the first of equals.</summary>
    internal int? IndexOf(Axis axis)
    {
        for (var index = 0; index < Axes.Length; index++)
        {
            if (Axes[index].IsSame(axis))
            {
                return index;
            }
        }

        return null;
    }

    /// <summary>The same with other entries.</summary>
    internal TensorType OfType(string dataType, Axis? sparse = null) => With(dataType: dataType, sparse: sparse);

    /// <summary>The same with the axis as features.</summary>
    internal TensorType WithFeature(SpecialAxis feature) => Marked(Time, feature);

    internal TensorType WithTime(SpecialAxis time) => Marked(time, Feature);

    internal TensorType Marked(SpecialAxis time, SpecialAxis feature) =>
        new(this, Axes) { Time = Version >= 2 ? SpecialAxis.Default : time, Feature = feature };

    /// <summary>The same for a new operation, which has the lengths only as numbers.</summary>
    internal TensorType Copy() => new(this, Axes);

    /// <summary>Other axes, as many; special axes stay in their places.</summary>
    internal TensorType WithAxes(ImmutableArray<Axis> axes) => new(this, axes);

    /// <summary>Other axes; special axes are picked anew.</summary>
    internal TensorType WithNewAxes(ImmutableArray<Axis> axes) =>
        new(this, axes) { Time = SpecialAxis.Default, Feature = SpecialAxis.Default };

    /// <summary>One axis less.</summary>
    internal TensorType Without(int index) =>
        new(this, Axes.RemoveAt(index)) { Time = Removed(TimeIndex, index), Feature = Removed(Feature.Index, index) };

    /// <summary>Another axis in the place of one.</summary>
    internal TensorType Replace(int index, Axis axis)
    {
        var (time, feature) = (Time, Feature);
        if (axis.IsBatch)
        {
            time = TimeIndex == index ? SpecialAxis.Default : time;
            feature = FeatureIndex == index ? SpecialAxis.Default : feature;
        }

        if (!Feature.IsDefault && FeatureIndex == index && Axes[index].IsFeature && !axis.IsFeature)
        {
            feature = SpecialAxis.None;
        }

        return new(this, Axes.SetItem(index, axis)) { Time = time, Feature = feature };
    }

    /// <summary>One axis more, where RETURNN puts it or at the place given.</summary>
    internal TensorType Insert(Axis axis, int? at = null)
    {
        var index = at ?? PlaceFor(axis);
        var added =
            Sparse is not null && axis.IsFeature
                ? new Axis(axis.Space, axis.Name, AxisKind.Spatial, axis.Size)
                {
                    IsAutoGenerated = axis.IsAutoGenerated,
                    DerivedFrom = axis,
                }
                : axis;
        if (!ReferenceEquals(added, axis))
        {
            added.DeclareSame(axis);
        }

        return new(this, Axes.Insert(index, added))
        {
            Time =
                TimeIndex is { } time ? SpecialAxis.At(time < index ? time : time + 1)
                : added.IsSpatial || added.IsBatch ? SpecialAxis.Default
                : Time,
            Feature =
                Feature.Index is { } feature ? SpecialAxis.At(feature < index ? feature : feature + 1)
                : FeatureIndex is null && (added.IsFeature || added.IsBatch) ? SpecialAxis.Default
                : Feature,
        };
    }

    /// <summary>Where RETURNN puts a new axis: batch first, features last, others behind the last of their kind.</summary>
    internal int PlaceFor(Axis axis)
    {
        if (axis.IsBatch)
        {
            return 0;
        }

        if (axis.IsFeature && Sparse is null)
        {
            return FeatureIndex is { } feature ? feature + 1 : Rank;
        }

        if (axis.IsDynamic && DynamicIndexes.Any())
        {
            return DynamicIndexes.Last() + 1;
        }

        return !axis.IsSpatial ? Rank
            : SpatialIndexes.Any() ? SpatialIndexes.Last() + 1
            : FeatureIndex ?? Rank;
    }

    /// <summary>One axis moved to another place.</summary>
    internal TensorType Move(int from, int to)
    {
        if (from == to)
        {
            return this;
        }

        var order = Enumerable.Range(0, Rank).ToList();
        order.RemoveAt(from);
        order.Insert(to, from);
        return Transpose(order);
    }

    /// <summary>The axes in another order.</summary>
    /// <param name="order">For each new place the old one.</param>
    internal TensorType Transpose(IReadOnlyList<int> order)
    {
        // What RETURNN would pick in the new order is not marked.
        var (time, feature) = (Moved(TimeIndex, order), Moved(FeatureIndex, order));
        var moved = WithNewAxes([.. order.Select(index => Axes[index])]);
        moved = Version >= 2 || moved.TimeIndex == time ? moved : moved.WithTime(SpecialAxis.AtOrNone(time));
        return moved.FeatureIndex == feature ? moved : moved.WithFeature(SpecialAxis.AtOrNone(feature));
    }

    internal TensorType BatchMajor() => BatchIndex is { } batch ? Move(batch, 0) : this;

    internal TensorType TimeMajor() => TimeIndex is { } time ? Move(time, 0) : this;

    internal TensorType FeatureLast() => FeatureIndex is { } feature ? Move(feature, Rank - 1) : this;

    /// <summary>For class indices, the vectors they stand for.</summary>
    internal TensorType Dense(string dataType = "float32") =>
        Sparse is { } sparse
            ? With(dataType: dataType, sparse: null).Insert(sparse, Rank).WithFeature(SpecialAxis.Default)
            : this;

    public override string ToString()
    {
        var axes = $"[{string.Join(", ", Axes.Select(axis => axis.ToString()))}]";
        return Sparse is { } sparse ? $"{axes} of indices into {sparse}" : axes;
    }

    private TensorType With(string dataType, Axis? sparse) => new(this, Axes) { DataType = dataType, Sparse = sparse };

    private bool IsBatchAt(int index) => BatchIndex == index;

    private int? DefaultFeature()
    {
        if (Sparse is not null)
        {
            return null;
        }

        int? last = null;
        int? lastStatic = null;
        var (batch, time) = (BatchIndex, TimeIndex);
        for (var index = 0; index < Rank; index++)
        {
            if (index != batch && index != time)
            {
                last = index;
                lastStatic = Axes[index].Size is null ? lastStatic : index;
            }
        }

        return lastStatic ?? last;
    }

    private int? IndexOf(Func<Axis, bool> isMeant)
    {
        for (var index = 0; index < Axes.Length; index++)
        {
            if (isMeant(Axes[index]))
            {
                return index;
            }
        }

        return null;
    }

    private IEnumerable<int> Indexes(Func<Axis, int, bool> isMeant)
    {
        for (var index = 0; index < Axes.Length; index++)
        {
            if (isMeant(Axes[index], index))
            {
                yield return index;
            }
        }
    }

    private static int? Moved(int? index, IReadOnlyList<int> order)
    {
        for (var place = 0; index is not null && place < order.Count; place++)
        {
            if (order[place] == index)
            {
                return place;
            }
        }

        return null;
    }

    // A special axis that goes leaves none marked: RETURNN picks by default again.
    private static SpecialAxis Removed(int? special, int index) =>
        special is not { } place || place == index
            ? SpecialAxis.Default
            : SpecialAxis.At(place < index ? place : place - 1);
}
