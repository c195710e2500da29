namespace NetDsl;

/// <summary>What becomes of the ends of an axis that a window moves over.</summary>
public enum WindowPadding
{
    /// <summary>Zeros around the ends, so that there is a window for each entry, or for each stride one.</summary>
    Same,

    /// <summary>Only windows that lie wholly within the axis.</summary>
    Valid,
}
