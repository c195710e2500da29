using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>
/// A whole RETURNN config as data: top-level keys in the order they are written, <c>network</c> among them.
/// The one model that every writer prints; it knows nothing of spelling.
/// </summary>
/// <param name="Name">The model's name, for the header.</param>
/// <param name="Entries">Top-level keys with their values, in order.</param>
public sealed record Config(string Name, ImmutableArray<KeyValuePair<string, OptionValue>> Entries)
{
    /// <summary>Python statements among the entries, in order; only written nets have some.</summary>
    internal ImmutableArray<WrittenStatement> Statements { get; init; } = [];

    /// <summary>Whether somebody wrote the config down as it is, with all its names.</summary>
    internal bool IsWritten { get; init; }

    /// <summary>The value of a top-level key, or null.</summary>
    public OptionValue? this[string key] => Entries.FirstOrDefault(entry => entry.Key == key).Value;

    /// <summary>The layer dict.</summary>
    public DictValue Network => this["network"] as DictValue ?? DictValue.Empty;
}
