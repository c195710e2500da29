using System.Collections.Immutable;

namespace NetDsl.Cli;

/// <summary>What <c>check</c> is told.</summary>
internal sealed record CheckSettings
{
    /// <summary>Models and configs; none in a self-hosted script.</summary>
    public ImmutableArray<string> Inputs { get; init; } = [];

    /// <summary>With more warnings the check fails; null if there may be any number.</summary>
    public int? MaxWarnings { get; init; }
}
