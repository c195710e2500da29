namespace NetDsl.Reference;

/// <summary>Class indices as ones and zeros.</summary>
internal static class OneHot
{
    /// <summary>A new axis of that size at that place, 1 where its index is the number; all 0 for numbers that are no class.</summary>
    internal static NdArray Of(NdArray indices, int axis, int size)
    {
        var result = NdArray.Zeros(indices.Shape.Insert(axis, size));
        var inner = NdArray.CountOf(indices.Shape[axis..]);
        for (var place = 0; place < indices.Count; place++)
        {
            var index = (int)indices.Data[place];
            if (index >= 0 && index < size)
            {
                result.Data[(((place / inner * size) + index) * inner) + (place % inner)] = 1;
            }
        }

        return result;
    }
}
