using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>Whether two passes found the same for a layer.</summary>
internal static class TypeComparison
{
    internal static bool IsSame(TensorType? left, TensorType? right)
    {
        if (left is null || right is null)
        {
            return left is null && right is null;
        }

        if (
            left.Rank != right.Rank
            || left.DataType != right.DataType
            || left.TimeIndex != right.TimeIndex
            || left.FeatureIndex != right.FeatureIndex
        )
        {
            return false;
        }

        for (var index = 0; index < left.Rank; index++)
        {
            if (!IsSame(left.Axes[index], right.Axes[index]))
            {
                return false;
            }
        }

        return IsSame(left.Sparse, right.Sparse);
    }

    // An axis that a layer makes is made anew in each pass, under the same name.
    private static bool IsSame(Axis? left, Axis? right) =>
        left is null || right is null
            ? left is null && right is null
            : left.IsSame(right) || (left.Name == right.Name && left.Size == right.Size && left.Kind == right.Kind);
}
