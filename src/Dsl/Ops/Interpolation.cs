namespace NetDsl;

/// <summary>How <see cref="Ops.Resize"/> makes entries between others.</summary>
public enum Interpolation
{
    /// <summary>The entry that is nearest.</summary>
    Nearest,

    /// <summary>On the line between two entries.</summary>
    Linear,

    /// <summary>On a cubic curve.</summary>
    Cubic,
}
