using System.Collections.Immutable;

namespace NetDsl.Cli;

/// <summary>What <c>stats</c> is told.</summary>
/// <param name="Input">A model or a config; null for a script's own models.</param>
/// <param name="Models">Which model, if there are several.</param>
/// <param name="IsJson">Whether for programs.</param>
internal sealed record StatsSettings(string? Input, ImmutableArray<string> Models, bool IsJson);
