namespace NetDsl;

/// <summary>Python's <c>None</c>, JSON's <c>null</c>.</summary>
public sealed record NoneValue : OptionValue;
