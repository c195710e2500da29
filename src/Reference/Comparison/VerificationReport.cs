using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>What a verification found.</summary>
/// <param name="Rows">One for each lowering, or one for two configs.</param>
/// <param name="Diagnostics">What differs, and what could not be computed.</param>
internal sealed record VerificationReport(ImmutableArray<VerificationRow> Rows, ImmutableArray<Diagnostic> Diagnostics);
