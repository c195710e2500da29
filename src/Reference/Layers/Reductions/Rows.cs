namespace NetDsl.Reference;

/// <summary>Rows of a table, looked up by their numbers.</summary>
internal static class Rows
{
    /// <summary>The axes of the indices, then those of a row; rows that are not there are 0.</summary>
    internal static Value Of(Value table, NdArray indices)
    {
        var row = NdArray.CountOf(table.Shape[1..]);
        var places = new int[indices.Count * row];
        for (var place = 0; place < places.Length; place++)
        {
            var index = (int)indices.Data[place / row];
            places[place] = index < 0 || index >= table.Shape[0] ? -1 : (index * row) + (place % row);
        }

        return Value.Of(new Pick([.. indices.Shape, .. table.Shape[1..]], places), table);
    }
}
