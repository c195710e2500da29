namespace NetDsl.Layers;

/// <summary>Where the value of an option names axes.</summary>
[Flags]
internal enum AxisPlaces
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary>The value itself, or the items of a list.</summary>
    Items = 1,

    /// <summary>The keys of a dict.</summary>
    Keys = 2,

    /// <summary>The values of a dict.</summary>
    Values = 4,
}
