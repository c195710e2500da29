using System.Collections.Immutable;

namespace NetDsl;

/// <summary>Findings about a model, each with the step of the recording that caused it, so that the first cause comes first.</summary>
internal sealed class FindingList
{
    private readonly List<(int Step, Diagnostic Diagnostic)> findings = [];

    /// <summary>Adds what a node causes.</summary>
    internal void AddAt(int node, Diagnostic diagnostic) => AddAtStep((2 * node) + 1, diagnostic);

    /// <summary>Adds what a step of the recording causes: odd ones are nodes, even ones stand before them.</summary>
    internal void AddAtStep(int step, Diagnostic diagnostic) => findings.Add((step, diagnostic));

    /// <summary>Adds what was caused between two nodes, before the given one: by a declaration that records none.</summary>
    internal void Add(Diagnostic diagnostic, int before) => findings.Add((2 * before, diagnostic));

    /// <summary>Adds what the model as a whole causes; comes last.</summary>
    internal void Add(Diagnostic diagnostic) => findings.Add((int.MaxValue, diagnostic));

    /// <summary>Adds all of another list.</summary>
    internal void AddRange(FindingList other) => findings.AddRange(other.findings);

    /// <summary>All findings, in the order of their causes. What one line causes several times is one finding.</summary>
    internal ImmutableArray<Diagnostic> InOrder() =>
        [
            .. findings
                .OrderBy(finding => finding.Step)
                .Select(finding => finding.Diagnostic)
                .DistinctBy(finding => (finding.Code, finding.Location, finding.Message, finding.Layer)),
        ];
}
