using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>Axes of size one stand for any size, as in TensorFlow; all ranks are brought together before.</summary>
internal static class Broadcasting
{
    /// <summary>The shape that both fit into; a scalar fits into any.</summary>
    /// <exception cref="ArgumentException">They differ in rank, or in a size that is not one.</exception>
    internal static ImmutableArray<int> Common(ImmutableArray<int> left, ImmutableArray<int> right)
    {
        if (left.IsEmpty || right.IsEmpty)
        {
            return left.IsEmpty ? right : left;
        }

        if (left.Length != right.Length)
        {
            throw Unlike(left, right);
        }

        var shape = ImmutableArray.CreateBuilder<int>(left.Length);
        for (var axis = 0; axis < left.Length; axis++)
        {
            if (left[axis] != right[axis] && left[axis] != 1 && right[axis] != 1)
            {
                throw Unlike(left, right);
            }

            shape.Add(left[axis] == 1 ? right[axis] : left[axis]);
        }

        return shape.MoveToImmutable();
    }

    /// <summary>The steps of an array's data along a grid that it fits into.</summary>
    internal static int[] StridesWithin(ImmutableArray<int> shape, ImmutableArray<int> grid)
    {
        if (shape.IsEmpty)
        {
            return new int[grid.Length];
        }

        var strides = NdArray.StridesOf(shape);
        for (var axis = 0; axis < strides.Length; axis++)
        {
            strides[axis] = shape[axis] == 1 ? 0 : strides[axis];
        }

        return strides;
    }

    /// <summary>An array repeated so that it fills a grid.</summary>
    internal static NdArray Fill(NdArray array, ImmutableArray<int> grid)
    {
        if (array.Shape.SequenceEqual(grid))
        {
            return array;
        }

        var result = new double[NdArray.CountOf(grid)];
        GridWalk.ForRows(
            grid,
            StridesWithin(array.Shape, grid),
            (place, length, from, step) =>
            {
                for (var end = place + length; place < end; place++, from += step)
                {
                    result[place] = array.Data[from];
                }
            }
        );
        return new(grid, result);
    }

    /// <summary>The reverse for gradients: what was repeated is summed up.</summary>
    internal static NdArray Collect(NdArray array, ImmutableArray<int> shape)
    {
        if (array.Shape.SequenceEqual(shape))
        {
            return array;
        }

        var result = new double[NdArray.CountOf(shape)];
        GridWalk.ForRows(
            array.Shape,
            StridesWithin(shape, array.Shape),
            (place, length, to, step) =>
            {
                for (var end = place + length; place < end; place++, to += step)
                {
                    result[to] += array.Data[place];
                }
            }
        );
        return new(shape, result);
    }

    private static ArgumentException Unlike(ImmutableArray<int> left, ImmutableArray<int> right) =>
        new($"[{string.Join(", ", left)}] and [{string.Join(", ", right)}] do not fit.");
}
