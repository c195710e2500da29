namespace NetDsl.Layers;

/// <summary>How far two axes may differ and still be taken for one; RETURNN has several such rules.</summary>
[Flags]
internal enum AxisMatching
{
    /// <summary>The same axis.</summary>
    Exact = 0,

    /// <summary>Any two feature axes.</summary>
    IgnoreFeature = 1,

    /// <summary>Feature axes of one size.</summary>
    SameFeatureSize = 2,

    /// <summary>Spatial axes of one size.</summary>
    SameSpatialSize = 4,

    /// <summary>A feature axis counts as spatial.</summary>
    FeatureIsSpatial = 8,

    /// <summary>An axis of size one that a layer made matches any.</summary>
    Broadcast = 16,

    /// <summary>A spatial axis of unknown length matches any.</summary>
    UnknownSpatial = 32,

    /// <summary>An undefined axis matches any.</summary>
    Undefined = 64,

    /// <summary>An axis matches the one it comes from.</summary>
    Derived = 128,

    /// <summary>Sizes of the user's dims count, too; under early behavior versions they always do.</summary>
    OldBehavior = 256,
}
