namespace NetDsl.Emit;

/// <summary>What one rule did at one place.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Location">The user's line that yields the result.</param>
public sealed record LoweringEntry(string Rule, SourceLocation Location)
{
    /// <summary>The module it happened in; empty outside of modules.</summary>
    public string Module { get; init; } = "";

    /// <summary>Which variant of the pattern fitted; null if the rule did not fire.</summary>
    public string? Variant { get; init; }

    /// <summary>Why the rule did not fire; null if it did.</summary>
    public string? Reason { get; init; }

    /// <summary>The line that is the reason.</summary>
    public SourceLocation Cause { get; init; } = SourceLocation.None;

    /// <summary>Which values change.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether the rule fired.</summary>
    public bool Fired => Reason is null;

    internal int Order { get; init; }
}
