using System.Collections.Immutable;
using NetDsl.Emit;

namespace NetDsl.Cli;

/// <summary>What <c>graph</c> is told.</summary>
/// <param name="Input">A model or a config; null for a script's own models.</param>
/// <param name="Models">Which model, if there are several.</param>
internal sealed record GraphSettings(string? Input, ImmutableArray<string> Models)
{
    /// <summary>Null for standard output.</summary>
    public string? Output { get; init; }

    public PictureFormat Format { get; init; }

    /// <summary>How deep modules are open; null for what the format shows by itself.</summary>
    public int? Depth { get; init; }

    /// <summary>The older net, whose differences are marked; null for none.</summary>
    public string? Against { get; init; }
}
