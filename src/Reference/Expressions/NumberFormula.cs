namespace NetDsl.Reference;

/// <summary>A number.</summary>
internal sealed record NumberFormula(double Number) : Formula;
