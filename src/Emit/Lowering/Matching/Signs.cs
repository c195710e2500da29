namespace NetDsl.Emit;

/// <summary>How the signs of a sum may differ from the pattern's.</summary>
internal enum Signs
{
    /// <summary>Not at all.</summary>
    Same,

    /// <summary>Both are the opposite; a minus elsewhere makes up for it.</summary>
    Opposite,

    /// <summary>Either way: a difference to an even power is the same the other way round.</summary>
    Either,
}
