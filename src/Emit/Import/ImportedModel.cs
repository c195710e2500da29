using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>A C# model made from a config.</summary>
/// <param name="Source">The file; empty if there are errors.</param>
/// <param name="Diagnostics">What was found while the config was read.</param>
public sealed record ImportedModel(string Source, ImmutableArray<Diagnostic> Diagnostics);
