using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>The layers of a net, and where each comes from.</summary>
/// <param name="Layers">Names and options; each layer after those it reads.</param>
/// <param name="Locations">The user's line of each layer of the root that stands for a node.</param>
internal sealed record TranslatedNet(
    ImmutableArray<KeyValuePair<string, OptionValue>> Layers,
    IReadOnlyDictionary<string, SourceLocation> Locations
);
