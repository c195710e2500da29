namespace NetDsl.Reference;

/// <summary>How far two forms of a net are apart in one number.</summary>
/// <param name="Kind">Of what.</param>
/// <param name="Name">The layer or variable.</param>
/// <param name="Relative">The largest difference, by the largest number; infinite if there is nothing to compare.</param>
internal sealed record Deviation(DeviationKind Kind, string Name, double Relative);
