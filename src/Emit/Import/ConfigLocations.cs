using System.Collections.Immutable;
using System.Globalization;

namespace NetDsl.Emit;

/// <summary>Where each entry, layer and option of an imported config is written.</summary>
internal sealed class ConfigLocations
{
    private const int FewEntries = 16;

    private readonly Dictionary<DictValue, Dictionary<string, (int Index, OptionValue Value)>> indexes = new(
        ReferenceEqualityComparer.Instance
    );
    private readonly Dictionary<string, (int Index, OptionValue Value)> entries = new(StringComparer.Ordinal);
    private readonly ImmutableArray<ValuePosition> positions;
    private readonly ImportSource source;

    /// <param name="config">What was read.</param>
    /// <param name="positions">One for each entry.</param>
    /// <param name="source">The text that the positions point into.</param>
    public ConfigLocations(Config config, ImmutableArray<ValuePosition> positions, ImportSource source)
    {
        this.positions = positions;
        this.source = source;
        foreach (var (index, entry) in config.Entries.Index())
        {
            entries[entry.Key] = (index, entry.Value);
        }
    }

    /// <summary>Where the entries are, in their order; offsets into the text.</summary>
    public ImmutableArray<ValuePosition> Positions => positions;

    /// <summary>The place of a character of the text.</summary>
    public SourceLocation At(int offset) => source.At(offset);

    /// <summary>
    /// The place of the key at a path such as <c>network/enc/from</c>, or of the item of a list at <c>network/enc/from/0</c>;
    /// no place if there is none. A key may hold slashes itself: the shortest one that fits is taken.
    /// </summary>
    public SourceLocation Find(string path) => Walk(path) is { } found ? source.At(found.Key) : SourceLocation.None;

    /// <summary>The place of the value at a path; for a value used by name, that of the name.</summary>
    public SourceLocation FindValue(string path) =>
        Walk(path) is { } found ? source.At(found.Value) : SourceLocation.None;

    /// <summary>The same for a path of exact keys, in which the positions in lists are numbers.</summary>
    public SourceLocation Find(ReadOnlySpan<string> keys) =>
        Walk(keys) is { } found ? source.At(found.Key) : SourceLocation.None;

    private ValuePosition? Walk(ReadOnlySpan<string> keys)
    {
        if (keys.IsEmpty || !entries.TryGetValue(keys[0], out var step))
        {
            return null;
        }

        var position = positions[step.Index];
        foreach (var key in keys[1..])
        {
            if (position.Inner is not { } inner || !TryStep(key, step.Value, out step))
            {
                return null;
            }

            position = inner.Items[step.Index];
        }

        return position;
    }

    private bool TryStep(string key, OptionValue value, out (int Index, OptionValue Value) step)
    {
        step = default;
        var rest = key.AsSpan();
        return value switch
        {
            SequenceValue sequence => TryStep(ref rest, sequence, out step) && rest.IsEmpty,
            DictValue dict => IndexOf(dict).TryGetValue(key, out step),
            _ => false,
        };
    }

    private ValuePosition? Walk(ReadOnlySpan<char> path)
    {
        if (!TryStep(ref path, entries, out var step))
        {
            return null;
        }

        var position = positions[step.Index];
        while (!path.IsEmpty)
        {
            if (position.Inner is not { } inner || !TryStep(ref path, step.Value, out step))
            {
                return null;
            }

            position = inner.Items[step.Index];
        }

        return position;
    }

    private bool TryStep(ref ReadOnlySpan<char> path, OptionValue value, out (int Index, OptionValue Value) step)
    {
        step = default;
        return value switch
        {
            SequenceValue sequence => TryStep(ref path, sequence, out step),
            DictValue dict => TryStep(ref path, IndexOf(dict), out step),
            _ => false,
        };
    }

    private static bool TryStep(
        ref ReadOnlySpan<char> path,
        SequenceValue sequence,
        out (int Index, OptionValue Value) step
    )
    {
        step = default;
        var end = path.IndexOf('/');
        var number = end < 0 ? path : path[..end];
        if (
            !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            || index >= sequence.Items.Length
        )
        {
            return false;
        }

        path = path[Math.Min(number.Length + 1, path.Length)..];
        step = (index, sequence.Items[index]);
        return true;
    }

    private static bool TryStep(
        ref ReadOnlySpan<char> path,
        Dictionary<string, (int Index, OptionValue Value)> keys,
        out (int Index, OptionValue Value) step
    )
    {
        var lookup = keys.GetAlternateLookup<ReadOnlySpan<char>>();
        var end = -1;
        while (end < path.Length)
        {
            var slash = path[(end + 1)..].IndexOf('/');
            end = slash < 0 ? path.Length : end + 1 + slash;
            if (lookup.TryGetValue(path[..end], out step))
            {
                path = path[Math.Min(end + 1, path.Length)..];
                return true;
            }
        }

        step = default;
        return false;
    }

    // Kept for large dicts: nobody asks for every option of a net, but perhaps for every layer.
    private Dictionary<string, (int Index, OptionValue Value)> IndexOf(DictValue dict)
    {
        if (indexes.TryGetValue(dict, out var index))
        {
            return index;
        }

        index = new(StringComparer.Ordinal);
        foreach (var (at, (key, value)) in dict.Index())
        {
            if (key is StringValue text)
            {
                index.TryAdd(text.Value, (at, value));
            }
        }

        if (dict.Count > FewEntries)
        {
            indexes.Add(dict, index);
        }

        return index;
    }
}
