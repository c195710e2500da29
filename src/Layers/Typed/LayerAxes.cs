using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace NetDsl.Layers;

/// <summary>LayerAxes that an option names: one alone, or a list: <c>[time, LayerAxis.Feature]</c>.</summary>
[CollectionBuilder(typeof(LayerAxes), nameof(Create))]
public sealed class LayerAxes : IReadOnlyList<LayerAxis>
{
    private readonly ImmutableArray<LayerAxis> axes;

    private LayerAxes(ImmutableArray<LayerAxis> axes, OptionValue value) => (this.axes, Value) = (axes, value);

    /// <summary>How many there are.</summary>
    public int Count => axes.Length;

    /// <summary>The axis at a place of the list.</summary>
    public LayerAxis this[int index] => axes[index];

    /// <summary>What is written: an axis given alone without a list around it, as RETURNN may tell the two apart.</summary>
    internal OptionValue Value { get; }

    /// <summary>One axis.</summary>
    public static implicit operator LayerAxes(LayerAxis axis)
    {
        ArgumentNullException.ThrowIfNull(axis);
        return new([axis], axis.Value);
    }

    /// <summary>The axis of one dim.</summary>
    public static implicit operator LayerAxes(Dim dim) => (LayerAxis)dim;

    /// <summary>The axes of several dims.</summary>
    public static implicit operator LayerAxes(Shape dims)
    {
        ArgumentNullException.ThrowIfNull(dims);
        return Create([.. dims.Select(dim => (LayerAxis)dim)]);
    }

    /// <summary>A list of axes.</summary>
    public static LayerAxes Create(ReadOnlySpan<LayerAxis> axes)
    {
        ImmutableArray<LayerAxis> list = [.. axes];
        return new(list, OptionValue.List([.. list.Select(axis => axis.Value)]));
    }

    /// <summary>The axes in order.</summary>
    public IEnumerator<LayerAxis> GetEnumerator() => ((IEnumerable<LayerAxis>)axes).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
