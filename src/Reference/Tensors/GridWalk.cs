using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>Visits all places of a grid in order, and says where each is in data with strides of its own.</summary>
internal struct GridWalk
{
    private readonly ImmutableArray<int> shape;
    private readonly int[] strides;
    private readonly int[] place;
    private int offset;

    /// <param name="shape">The grid that is visited.</param>
    /// <param name="strides">For each axis the step in the data; 0 where the data is the same all along.</param>
    internal GridWalk(ImmutableArray<int> shape, int[] strides)
    {
        this.shape = shape;
        this.strides = strides;
        place = new int[shape.Length];
    }

    /// <summary>Visits whole rows along the last axis.</summary>
    /// <param name="shape">The grid that is visited.</param>
    /// <param name="strides">For each axis the step in the data.</param>
    /// <param name="visit">Takes the place of the row in the grid, its length, where it begins in the data, and the step there.</param>
    internal static void ForRows(ImmutableArray<int> shape, int[] strides, Action<int, int, int, int> visit)
    {
        var length = shape.IsEmpty ? 1 : shape[^1];
        var step = shape.IsEmpty ? 0 : strides[^1];
        var count = NdArray.CountOf(shape);
        var walk = shape.IsEmpty ? new([], []) : new GridWalk(shape[..^1], strides[..^1]);
        for (var place = 0; place < count; place += length)
        {
            visit(place, length, walk.Next(), step);
        }
    }

    /// <summary>Where the current place is in the data; goes on to the next one.</summary>
    internal int Next()
    {
        var current = offset;
        for (var axis = shape.Length - 1; axis >= 0; axis--)
        {
            offset += strides[axis];
            if (++place[axis] < shape[axis])
            {
                break;
            }

            offset -= strides[axis] * shape[axis];
            place[axis] = 0;
        }

        return current;
    }
}
