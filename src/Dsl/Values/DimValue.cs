namespace NetDsl;

/// <summary>An axis, for options that take one.</summary>
/// <param name="Value">The axis.</param>
/// <param name="Mark">Whether it is an axis or belongs to the shape implicitly.</param>
public sealed record DimValue(Dim Value, DimMark Mark = DimMark.None) : OptionValue;
