using System.Collections.Immutable;

namespace NetDsl;

/// <summary>Findings about a model, each with the step of the recording that caused it, so that the first cause comes first.</summary>
internal sealed class FindingList
{
    private readonly List<(int Step, Diagnostic Diagnostic)> findings = [];

    /// <summary>Adds what one node caused.</summary>
    internal void Add(Diagnostic diagnostic, Node cause) => Add(diagnostic, cause.Id);

    /// <summary>Adds what was caused at one step of the recording.</summary>
    internal void Add(Diagnostic diagnostic, int step) => findings.Add((step, diagnostic));

    /// <summary>Adds what the model as a whole causes; comes last.</summary>
    internal void Add(Diagnostic diagnostic) => Add(diagnostic, int.MaxValue);

    /// <summary>Adds all of another list.</summary>
    internal void AddRange(FindingList other) => findings.AddRange(other.findings);

    /// <summary>All findings, in the order of their causes.</summary>
    internal ImmutableArray<Diagnostic> InOrder() =>
        [.. findings.OrderBy(finding => finding.Step).Select(finding => finding.Diagnostic)];
}
