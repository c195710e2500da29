using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>Numbers on a grid, the last axis contiguous. Truth values are 0 and 1. Nobody changes the data once it is shared.</summary>
internal sealed class NdArray
{
    internal NdArray(ImmutableArray<int> shape, double[] data)
    {
        if (data.Length != CountOf(shape))
        {
            throw new ArgumentException($"{data.Length} numbers for the shape [{string.Join(", ", shape)}].");
        }

        Shape = shape;
        Data = data;
    }

    /// <summary>How many entries each axis has.</summary>
    internal ImmutableArray<int> Shape { get; }

    /// <summary>The numbers, axis after axis.</summary>
    internal double[] Data { get; }

    internal int Rank => Shape.Length;

    internal int Count => Data.Length;

    internal static NdArray Scalar(double value) => new([], [value]);

    internal static NdArray Zeros(ImmutableArray<int> shape) => new(shape, new double[CountOf(shape)]);

    internal static NdArray Filled(ImmutableArray<int> shape, double value)
    {
        var data = new double[CountOf(shape)];
        data.AsSpan().Fill(value);
        return new(shape, data);
    }

    /// <summary>How many numbers a shape holds.</summary>
    /// <exception cref="InsufficientMemoryException">More than any array does.</exception>
    internal static int CountOf(ImmutableArray<int> shape)
    {
        var count = 1L;
        foreach (var size in shape)
        {
            count *= size;
            if (count > Array.MaxLength)
            {
                throw new InsufficientMemoryException("No array holds that many numbers.");
            }
        }

        return (int)count;
    }

    /// <summary>How far apart in the data the neighbours along each axis are.</summary>
    internal static int[] StridesOf(ImmutableArray<int> shape)
    {
        var strides = new int[shape.Length];
        var stride = 1;
        for (var axis = shape.Length - 1; axis >= 0; axis--)
        {
            strides[axis] = stride;
            stride *= shape[axis];
        }

        return strides;
    }

    /// <summary>The same numbers on another grid.</summary>
    internal NdArray Reshape(ImmutableArray<int> shape) => new(shape, Data);

    /// <summary>The axes in another order.</summary>
    /// <param name="order">For each new place the old one.</param>
    internal NdArray Permute(ImmutableArray<int> order)
    {
        if (IsAscending(order))
        {
            return this;
        }

        var strides = StridesOf(Shape);
        var shape = order.Select(axis => Shape[axis]).ToImmutableArray();
        var result = new double[Count];
        GridWalk.ForRows(
            shape,
            [.. order.Select(axis => strides[axis])],
            (place, length, from, step) =>
            {
                for (var end = place + length; place < end; place++, from += step)
                {
                    result[place] = Data[from];
                }
            }
        );
        return new(shape, result);
    }

    private static bool IsAscending(ImmutableArray<int> order)
    {
        for (var place = 0; place < order.Length; place++)
        {
            if (order[place] != place)
            {
                return false;
            }
        }

        return true;
    }
}
