namespace NetDsl.Layers;

/// <content>The types that models have.</content>
public sealed partial record TypeName
{
    /// <summary>The type of a tensor.</summary>
    public static implicit operator TypeName(DataType type) => new(type.ToString().ToLowerInvariant());
}
