namespace NetDsl.Emit;

/// <summary>RETURNN's names of data types.</summary>
internal static class TypeNames
{
    internal static string Of(DataType type) =>
        type switch
        {
            DataType.Int32 => "int32",
            DataType.Int64 => "int64",
            DataType.Bool => "bool",
            _ => "float32",
        };
}
