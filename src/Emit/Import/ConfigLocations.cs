using System.Collections.Immutable;
using System.Globalization;

namespace NetDsl.Emit;

/// <summary>Where each entry, layer and option of an imported config is written.</summary>
internal sealed class ConfigLocations
{
    private const int FewEntries = 16;

    private readonly Dictionary<DictValue, Dictionary<string, int>> indexes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> entries = new(StringComparer.Ordinal);
    private readonly Config config;
    private readonly ImmutableArray<ValuePosition> positions;
    private readonly ImportSource source;

    /// <param name="config">What was read.</param>
    /// <param name="positions">One for each entry.</param>
    /// <param name="source">The text that the positions point into.</param>
    public ConfigLocations(Config config, ImmutableArray<ValuePosition> positions, ImportSource source)
    {
        this.config = config;
        this.positions = positions;
        this.source = source;
        foreach (var (index, entry) in config.Entries.Index())
        {
            entries[entry.Key] = index;
        }
    }

    /// <summary>
    /// The place of the key at a path such as <c>network/enc/from</c>, or of the item of a list at <c>network/enc/from/0</c>;
    /// no place if there is none. A key may hold slashes itself: the shortest one that fits is taken.
    /// </summary>
    public SourceLocation Find(string path) => Walk(path) is { } found ? source.At(found.Key) : SourceLocation.None;

    /// <summary>The place of the value at a path; for a value used by name, that of the name.</summary>
    public SourceLocation FindValue(string path) =>
        Walk(path) is { } found ? source.At(found.Value) : SourceLocation.None;

    private ValuePosition? Walk(ReadOnlySpan<char> path)
    {
        if (!TryStep(ref path, entries, out var index))
        {
            return null;
        }

        var position = positions[index];
        var value = config.Entries[index].Value;
        while (!path.IsEmpty)
        {
            if (position.Inner is not { } inner || !TryStep(ref path, value, out index, out var next))
            {
                return null;
            }

            position = inner.Items[index];
            value = next;
        }

        return position;
    }

    private bool TryStep(ref ReadOnlySpan<char> path, OptionValue value, out int index, out OptionValue next)
    {
        (index, next) = (0, value);
        switch (value)
        {
            case SequenceValue { Items: var items }:
                var end = path.IndexOf('/');
                var number = end < 0 ? path : path[..end];
                if (
                    !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out index)
                    || index >= items.Length
                )
                {
                    return false;
                }

                path = path[Math.Min(number.Length + 1, path.Length)..];
                next = items[index];
                return true;
            case DictValue { Count: <= FewEntries } dict:
                return TryStep(ref path, IndexOf(dict), out index) && TryGet(dict, index, out next);
            case DictValue dict:
                if (!indexes.TryGetValue(dict, out var known))
                {
                    indexes.Add(dict, known = IndexOf(dict));
                }

                return TryStep(ref path, known, out index) && TryGet(dict, index, out next);
            default:
                return false;
        }
    }

    private static bool TryStep(ref ReadOnlySpan<char> path, Dictionary<string, int> keys, out int index)
    {
        var lookup = keys.GetAlternateLookup<ReadOnlySpan<char>>();
        var end = -1;
        while (end < path.Length)
        {
            var slash = path[(end + 1)..].IndexOf('/');
            end = slash < 0 ? path.Length : end + 1 + slash;
            if (lookup.TryGetValue(path[..end], out index))
            {
                path = path[Math.Min(end + 1, path.Length)..];
                return true;
            }
        }

        index = 0;
        return false;
    }

    private static bool TryGet(DictValue dict, int index, out OptionValue value)
    {
        value = dict.ElementAt(index).Value;
        return true;
    }

    private static Dictionary<string, int> IndexOf(DictValue dict)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (at, (key, _)) in dict.Index())
        {
            if (key is StringValue text)
            {
                index.TryAdd(text.Value, at);
            }
        }

        return index;
    }
}
