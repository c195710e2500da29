namespace NetDsl.Emit;

/// <summary>What a node of a picture is.</summary>
internal enum PictureKind
{
    /// <summary>The whole net.</summary>
    Net,

    /// <summary>An input.</summary>
    Input,

    /// <summary>A layer.</summary>
    Layer,

    /// <summary>Layers whose names begin alike.</summary>
    Module,

    /// <summary>A subnetwork.</summary>
    Subnetwork,

    /// <summary>A loop over steps.</summary>
    Loop,

    /// <summary>Branches, of which one is computed.</summary>
    Cond,

    /// <summary>A layer that is applied to some frames.</summary>
    Masked,
}
