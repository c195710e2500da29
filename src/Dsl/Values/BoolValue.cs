namespace NetDsl;

/// <summary>A truth value.</summary>
/// <param name="Value">The value.</param>
public sealed record BoolValue(bool Value) : OptionValue;
