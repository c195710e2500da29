using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary>The window of a convolution: how many entries it has along each spatial dim, and how it moves.</summary>
internal sealed record ConvWindow
{
    internal ConvWindow(
        ImmutableArray<int> sizes,
        WindowPadding padding,
        ImmutableArray<int> strides,
        ImmutableArray<int> dilations
    )
    {
        Require(sizes, "filterSize");
        Require(strides, nameof(strides));
        Require(dilations, "dilation");
        (Sizes, Padding, Strides, Dilations) = (sizes, padding, strides, dilations);
    }

    internal ImmutableArray<int> Sizes { get; }

    internal WindowPadding Padding { get; }

    internal ImmutableArray<int> Strides { get; }

    internal ImmutableArray<int> Dilations { get; }

    /// <summary>The window's own dims in a filter.</summary>
    internal ImmutableArray<Dim> Kernel()
    {
        var dims = ImmutableArray.CreateBuilder<Dim>(Sizes.Length);
        foreach (var size in Sizes)
        {
            dims.Add(Dim.Spatial("kernel", size));
        }

        return dims.MoveToImmutable();
    }

    /// <summary>What is left of a spatial dim; null if that is nothing.</summary>
    internal Dim? Left(Dim spatial, int place) =>
        SpatialDims.Windowed(spatial, Sizes[place], Strides[place], Dilations[place], Padding);

    /// <summary>What is left of a spatial dim.</summary>
    /// <exception cref="ArgumentException">Nothing is left.</exception>
    internal Dim LeftOf(Dim spatial, int place)
    {
        ArgumentNullException.ThrowIfNull(spatial);
        return Left(spatial, place)
            ?? throw new ArgumentException($"The window leaves nothing of {spatial}.", nameof(spatial));
    }

    private static void Require(ImmutableArray<int> numbers, string parameter)
    {
        foreach (var number in numbers)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(number, 1, parameter);
        }
    }
}
