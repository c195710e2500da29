using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>A number times lengths: <c>18432 * B * time</c>.</summary>
/// <param name="Factor">The number.</param>
/// <param name="Lengths">
/// <c>B</c> for the batch size, else names of dims that differ from sequence to sequence, or <c>T(data)</c> for the time of an input
/// whose dims have no names; one that comes twice is squared.
/// </param>
public sealed record CostTerm(double Factor, ImmutableArray<string> Lengths);
