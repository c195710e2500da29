using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary>How far numbers are apart, by the largest of them.</summary>
internal static class Distance
{
    /// <summary>Below this, numbers are as good as zero.</summary>
    internal const double Smallest = 1e-6;

    /// <summary>The distance of layers; their axes may stand in another order. Infinite if they differ in shape.</summary>
    /// <param name="first">One layer.</param>
    /// <param name="second">The other.</param>
    /// <param name="mask">1 where the numbers of the first mean something; null if they do everywhere.</param>
    internal static double Between(Datum first, Datum second, NdArray? mask)
    {
        var order = Order(first.Type, second.Type);
        return Between(
            first.Value.Array,
            order is null ? second.Value.Array : second.Value.Array.Permute([.. order]),
            Smallest,
            mask
        );
    }

    /// <summary>The distance of what may not be there, which is the same as zeros.</summary>
    /// <param name="first">One array.</param>
    /// <param name="second">The other.</param>
    /// <param name="scale">The least number that the difference is measured by.</param>
    internal static double Between(NdArray? first, NdArray? second, double scale = Smallest) =>
        (first, second) switch
        {
            (null, null) => 0,
            (null, { } there) => Between(there, NdArray.Zeros(there.Shape), scale, null),
            ({ } there, null) => Between(there, NdArray.Zeros(there.Shape), scale, null),
            ({ } one, { } other) => Between(one, other, scale, null),
        };

    /// <summary>The largest absolute number.</summary>
    internal static double Largest(NdArray array)
    {
        var largest = 0.0;
        foreach (var number in array.Data)
        {
            largest = Math.Max(largest, Math.Abs(number));
        }

        return largest;
    }

    private static double Between(NdArray first, NdArray second, double scale, NdArray? mask)
    {
        if (!first.Shape.SequenceEqual(second.Shape))
        {
            return double.PositiveInfinity;
        }

        var counts = mask is null ? null : Broadcasting.Fill(mask, first.Shape).Data;
        var difference = 0.0;
        for (var place = 0; place < first.Count; place++)
        {
            if (counts?[place] == 0 || first.Data[place].Equals(second.Data[place]))
            {
                continue;
            }

            difference = Math.Max(difference, Math.Abs(first.Data[place] - second.Data[place]));
            scale = Math.Max(scale, Math.Abs(first.Data[place]));
        }

        return difference / scale;
    }

    // For each axis of the first the place of the same one in the second, by name.
    private static List<int>? Order(TensorType first, TensorType second)
    {
        var order = new List<int>();
        foreach (var axis in first.Axes)
        {
            order.Add(
                Enumerable
                    .Range(0, second.Rank)
                    .FirstOrDefault(index => !order.Contains(index) && IsLike(second.Axes[index], axis), -1)
            );
        }

        return order.Contains(-1) || first.Rank != second.Rank ? null : order;
    }

    private static bool IsLike(Axis left, Axis right) =>
        left.IsBatch ? right.IsBatch : left.Name == right.Name && left.Size == right.Size;
}
