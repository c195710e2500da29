using System.Collections.Immutable;
using NetDsl.Reference;

namespace NetDsl.Cli;

/// <summary>What <c>verify</c> is told.</summary>
/// <param name="Input">A model or a config; null for a script's own models.</param>
/// <param name="Other">The other config, if the first is one.</param>
/// <param name="Models">Which model, if there are several.</param>
/// <param name="Against">A report of what RETURNN made of it, if that is compared instead of forms.</param>
/// <param name="IsFull">Whether large dims are computed as large as they are.</param>
/// <param name="Options">How to compare.</param>
internal sealed record VerifySettings(
    string? Input,
    string? Other,
    ImmutableArray<string> Models,
    string? Against,
    bool IsFull,
    VerificationOptions Options
);
