namespace NetDsl;

/// <summary>An axis, for options that take one.</summary>
/// <param name="Value">The axis.</param>
public sealed record DimValue(Dim Value) : OptionValue;
