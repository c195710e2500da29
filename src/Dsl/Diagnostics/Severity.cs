namespace NetDsl;

/// <summary>How much a diagnostic matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing; shown on request.</summary>
    Info,

    /// <summary>Likely a mistake, or a change of meaning; the config is still written.</summary>
    Warning,

    /// <summary>The model cannot be emitted.</summary>
    Error,
}
