namespace NetDsl;

/// <summary>Collects what is wrong with one node while it is recorded, at the user's line.</summary>
internal sealed class FaultList(List<Diagnostic> diagnostics, SourceLocation location)
{
    /// <summary>Whether anything was reported.</summary>
    internal bool Any { get; private set; }

    /// <summary>Adds a finding; the node's line is its place unless it names another.</summary>
    internal void Add(Diagnostic diagnostic)
    {
        Any = true;
        diagnostics.Add(diagnostic.Location.IsKnown ? diagnostic : diagnostic with { Location = location });
    }
}
