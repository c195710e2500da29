namespace NetDsl.Layers;

/// <summary>What is added to an axis: the same at both ends, or one width before and one after.</summary>
public sealed record PadWidth
{
    private PadWidth(Extent before, Extent after) => Value = OptionValue.List(before.Value, after.Value);

    /// <summary>What is written.</summary>
    internal OptionValue Value { get; }

    /// <summary>The same number of entries at both ends.</summary>
    public static implicit operator PadWidth(int both) => new(both, both);

    /// <summary>As many entries as the dim has, at both ends.</summary>
    public static implicit operator PadWidth(Dim both) => new(both, both);

    /// <summary>A width before the first entry, and one after the last.</summary>
    public static implicit operator PadWidth((Extent Before, Extent After) widths)
    {
        ArgumentNullException.ThrowIfNull(widths.Before);
        ArgumentNullException.ThrowIfNull(widths.After);
        return new(widths.Before, widths.After);
    }
}
