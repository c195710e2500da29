namespace NetDsl;

/// <summary>A whole number.</summary>
/// <param name="Value">The value.</param>
public sealed record IntegerValue(long Value) : OptionValue;
