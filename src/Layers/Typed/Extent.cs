namespace NetDsl.Layers;

/// <summary>How long an axis is: a number, or as long as a dim.</summary>
public sealed record Extent
{
    private Extent(OptionValue value) => Value = value;

    /// <summary>What is written.</summary>
    internal OptionValue Value { get; }

    /// <summary>A number of entries.</summary>
    public static implicit operator Extent(int size) => new((OptionValue)size);

    /// <summary>As many entries as the dim has.</summary>
    public static implicit operator Extent(Dim dim)
    {
        ArgumentNullException.ThrowIfNull(dim);
        return new((OptionValue)dim);
    }
}
