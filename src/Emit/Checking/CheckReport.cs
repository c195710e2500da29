using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>What was found in a config.</summary>
/// <param name="Diagnostics">All findings, in the order of the text.</param>
public sealed record CheckReport(ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether RETURNN would refuse the config.</summary>
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);
}
