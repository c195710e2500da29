namespace NetDsl.Layers;

/// <summary>
/// Numbers that are drawn anew in each step, by <c>rand_int</c>: it keeps no state, so that checkpoints do not hold any, and it
/// draws reals, too, whatever its name says.
/// </summary>
internal static class RandomNumbers
{
    /// <summary>Whole numbers, each as likely: 0 to below a bound.</summary>
    internal static Tensor Whole(Shape dims, int below, SourceLocation location) =>
        Draw(dims, below, DataType.Int32, "int32", location);

    /// <summary>Real numbers, each as likely: 0 to below 1, written as whole numbers because the layer is declared to take those.</summary>
    internal static Tensor Unit(Shape dims, SourceLocation location) =>
        Draw(dims, 1, DataType.Float32, "float32", location);

    private static Tensor Draw(Shape dims, int below, DataType type, string typeName, SourceLocation location)
    {
        var shape = new OptionValue[dims.Count];
        for (var index = 0; index < shape.Length; index++)
        {
            shape[index] = dims[index];
        }

        var options = OptionValue.Dict(
            ("shape", OptionValue.List(shape)),
            ("minval", 0),
            ("maxval", below),
            ("dtype", typeName)
        );
        return Layer.Function("rand_int", [], options, new(dims, type), location);
    }
}
