namespace NetDsl.Emit;

/// <summary>Whether two layers have the same neighbours.</summary>
internal enum Likeness
{
    /// <summary>Not yet known.</summary>
    Unknown,

    /// <summary>All are the same.</summary>
    Same,

    /// <summary>None is.</summary>
    Other,
}
