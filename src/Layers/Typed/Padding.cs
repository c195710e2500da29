namespace NetDsl.Layers;

/// <content>Numbers of entries.</content>
public sealed partial record Padding
{
    /// <summary>The same number of entries on all axes, at both ends.</summary>
    public static implicit operator Padding(int both) => new((OptionValue)both);

    /// <summary>A number of entries for each axis, at both ends.</summary>
    public static implicit operator Padding(Counts both)
    {
        ArgumentNullException.ThrowIfNull(both);
        return new(both.Value);
    }
}
