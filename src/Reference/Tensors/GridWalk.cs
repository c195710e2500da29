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
