namespace NetDsl.Reference;

/// <summary>What cells compute with: a row of numbers for each sequence.</summary>
internal static class CellInput
{
    internal static Value Multiply(Value rows, Value kernel) =>
        Value.Of(new Contract([0, 1], [1, 2], [0, 2]), rows, kernel);

    /// <summary>A vector as the one row that is added to all.</summary>
    internal static Value Row(Value vector) => vector.Insert(0);
}
