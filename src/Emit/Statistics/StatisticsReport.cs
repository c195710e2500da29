using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>The statistics of a config.</summary>
/// <param name="Statistics">Null if the config cannot be read.</param>
/// <param name="Diagnostics">Why it cannot be read, or only in part.</param>
public sealed record StatisticsReport(NetStatistics? Statistics, ImmutableArray<Diagnostic> Diagnostics);
