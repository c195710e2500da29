using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace NetDsl.Layers;

/// <summary>Axes that an option names: one alone, or a list: <c>[time, Axis.Feature]</c>.</summary>
[CollectionBuilder(typeof(Axes), nameof(Create))]
public sealed class Axes : IReadOnlyList<Axis>
{
    private readonly ImmutableArray<Axis> axes;

    private Axes(ImmutableArray<Axis> axes, OptionValue value) => (this.axes, Value) = (axes, value);

    /// <summary>How many there are.</summary>
    public int Count => axes.Length;

    /// <summary>The axis at a place of the list.</summary>
    public Axis this[int index] => axes[index];

    /// <summary>What is written: an axis given alone without a list around it, as RETURNN may tell the two apart.</summary>
    internal OptionValue Value { get; }

    /// <summary>One axis.</summary>
    public static implicit operator Axes(Axis axis)
    {
        ArgumentNullException.ThrowIfNull(axis);
        return new([axis], axis.Value);
    }

    /// <summary>The axis of one dim.</summary>
    public static implicit operator Axes(Dim dim) => (Axis)dim;

    /// <summary>The axes of several dims.</summary>
    public static implicit operator Axes(Shape dims)
    {
        ArgumentNullException.ThrowIfNull(dims);
        return Create([.. dims.Select(dim => (Axis)dim)]);
    }

    /// <summary>A list of axes.</summary>
    public static Axes Create(ReadOnlySpan<Axis> axes)
    {
        ImmutableArray<Axis> list = [.. axes];
        return new(list, OptionValue.List([.. list.Select(axis => axis.Value)]));
    }

    /// <summary>The axes in order.</summary>
    public IEnumerator<Axis> GetEnumerator() => ((IEnumerable<Axis>)axes).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
