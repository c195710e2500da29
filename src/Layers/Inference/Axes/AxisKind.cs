namespace NetDsl.Layers;

/// <summary>What RETURNN takes an axis for; its dims know one kind more than those of models.</summary>
internal enum AxisKind
{
    /// <summary>Not said, as for plain numbers in dim arithmetic.</summary>
    Unspecified,

    /// <summary>The batch axis, or one that others were merged into.</summary>
    Batch,

    /// <summary>Time, space, or any other axis that is not a feature vector.</summary>
    Spatial,

    /// <summary>The axis that linear maps and normalisations work on.</summary>
    Feature,
}
