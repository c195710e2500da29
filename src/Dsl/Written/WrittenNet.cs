using System.Collections.Immutable;

namespace NetDsl;

/// <summary>What a net consists of that was written down instead of recorded.</summary>
/// <param name="Entries">The keys of the config, <c>network</c> among them.</param>
/// <param name="Statements">Python code among them.</param>
/// <param name="Locations">The user's lines of the layers of the root.</param>
internal sealed record WrittenNet(
    ImmutableArray<KeyValuePair<string, OptionValue>> Entries,
    ImmutableArray<WrittenStatement> Statements,
    ImmutableArray<KeyValuePair<string, SourceLocation>> Locations
);
