namespace NetDsl;

/// <summary>A real number in double precision; must be finite to be written.</summary>
/// <param name="Value">The value.</param>
public sealed record RealValue(double Value) : OptionValue;
