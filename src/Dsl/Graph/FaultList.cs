namespace NetDsl;

/// <summary>Collects what is wrong with one node while it is recorded, at the user's line.</summary>
/// <param name="findings">The net's; null if what follows from a reported mistake shall stay unsaid.</param>
/// <param name="step">The node's place in the recording.</param>
/// <param name="location">The user's line.</param>
internal sealed class FaultList(FindingList? findings, int step, SourceLocation location)
{
    /// <summary>Whether anything was reported.</summary>
    internal bool Any { get; private set; }

    /// <summary>Adds a finding; the node's line is its place unless it names another.</summary>
    internal void Add(Diagnostic diagnostic)
    {
        Any = true;
        findings?.AddAt(step, diagnostic.Location.IsKnown ? diagnostic : diagnostic with { Location = location });
    }
}
