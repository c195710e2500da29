using System.Collections.Immutable;

namespace NetDsl.Cli;

/// <summary>What <c>hash</c> is told.</summary>
/// <param name="Input">A model or a config; null for a script's own models.</param>
/// <param name="Models">Which model, if there are several.</param>
/// <param name="Other">The model or config whose digest is compared; null for none.</param>
/// <param name="IsJson">Whether for programs.</param>
internal sealed record HashSettings(string? Input, ImmutableArray<string> Models, string? Other, bool IsJson);
