using System.Collections.Immutable;
using NetDsl.Emit;

namespace NetDsl.Cli;

/// <summary>What <c>emit</c> is told.</summary>
internal sealed record EmitSettings
{
    /// <summary>The MODEL argument; null in a self-hosted script.</summary>
    public string? Model { get; init; }

    /// <summary>Null for standard output.</summary>
    public string? Output { get; init; }

    /// <summary>Where every model gets a file of its own; null for one model.</summary>
    public string? OutputFolder { get; init; }

    /// <summary>Null for what the output's extension says.</summary>
    public ConfigFormat? Format { get; init; }

    public ImmutableArray<string> Models { get; init; } = [];

    public bool Verify { get; init; }

    public bool Lower { get; init; } = true;

    public ImmutableHashSet<string> RulesOff { get; init; } = [];

    public bool ExplainLowering { get; init; }

    public string? Template { get; init; }

    public bool Header { get; init; } = true;
}
