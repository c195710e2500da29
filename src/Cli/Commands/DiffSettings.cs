using System.Collections.Immutable;

namespace NetDsl.Cli;

/// <summary>What <c>diff</c> is told.</summary>
/// <param name="Old">A model or a config.</param>
/// <param name="New">A model or a config; null for a script's own models.</param>
/// <param name="Models">Which model, if there are several.</param>
internal sealed record DiffSettings(string Old, string? New, ImmutableArray<string> Models)
{
    /// <summary>Whether a difference is exit code 2.</summary>
    public bool ExitsWithDifference { get; init; }

    /// <summary>Whether only what stops an old checkpoint from being loaded counts.</summary>
    public bool IsBreaking { get; init; }

    /// <summary>Whether for programs.</summary>
    public bool IsJson { get; init; }
}
