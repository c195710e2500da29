using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>What came of reading a config.</summary>
/// <param name="View">Null if it cannot be read.</param>
/// <param name="Diagnostics">Why it cannot be read, or only in part.</param>
public sealed record NetViewReport(NetView? View, ImmutableArray<Diagnostic> Diagnostics);
