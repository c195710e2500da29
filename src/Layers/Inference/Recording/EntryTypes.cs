namespace NetDsl.Layers;

/// <summary>The types that models have, in TensorFlow's words.</summary>
internal static class EntryTypes
{
    internal static string NameOf(DataType type) =>
        type switch
        {
            DataType.Float32 => "float32",
            DataType.Int32 => "int32",
            DataType.Int64 => "int64",
            DataType.Bool => "bool",
            _ => throw new InvalidOperationException($"No name for {type}."),
        };

    /// <summary>The type by its name; null if models have no such type.</summary>
    internal static DataType? Find(string name) =>
        name switch
        {
            "float32" => DataType.Float32,
            "int32" => DataType.Int32,
            "int64" => DataType.Int64,
            "bool" => DataType.Bool,
            _ => null,
        };
}
