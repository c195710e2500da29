namespace NetDsl.Layers;

/// <summary>What a model says of a layer's output; null where it says nothing.</summary>
/// <param name="Shape">The dims.</param>
/// <param name="Type">What its entries are.</param>
/// <param name="Sparse">For class indices, the dim they point into.</param>
internal readonly record struct DeclaredOutput(Shape? Shape, DataType? Type, Dim? Sparse)
{
    /// <summary>The declaration, filled up with what is inferred.</summary>
    internal InferredOutput Over(InferredOutput inferred)
    {
        var sparse = Sparse ?? inferred.Signature?.Sparse;
        return (Shape ?? inferred.Signature?.Shape) is { } shape
            ? inferred with
            {
                Signature = new Signature(shape, Type ?? inferred.Signature?.Type ?? TypeOf(sparse), sparse),
            }
            : inferred;
    }

    private static DataType TypeOf(Dim? sparse) => sparse is null ? DataType.Float32 : DataType.Int32;
}
