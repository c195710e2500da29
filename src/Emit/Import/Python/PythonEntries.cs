using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>The entries of a config in the order of their last assignment.</summary>
internal sealed class PythonEntries
{
    private readonly List<(string Key, OptionValue Value, ValuePosition Position)?> entries = [];
    private readonly Dictionary<string, (int Index, int At)> last = new(StringComparer.Ordinal);

    /// <summary>The entries, each key once.</summary>
    public ImmutableArray<KeyValuePair<string, OptionValue>> Values =>
        [
            .. entries
                .OfType<(string Key, OptionValue Value, ValuePosition)>()
                .Select(e => KeyValuePair.Create(e.Key, e.Value)),
        ];

    /// <summary>Their places.</summary>
    public ImmutableArray<ValuePosition> Positions =>
        [.. entries.OfType<(string, OptionValue, ValuePosition Position)>().Select(e => e.Position)];

    /// <summary>Notes that a name is assigned; returns where it was assigned before, or -1.</summary>
    public int Assign(string key, int at)
    {
        var before = -1;
        if (last.TryGetValue(key, out var earlier))
        {
            before = earlier.At;
            if (earlier.Index >= 0)
            {
                entries[earlier.Index] = null;
            }
        }

        last[key] = (-1, at);
        return before;
    }

    /// <summary>Adds the entry of a name that was just assigned.</summary>
    public void Add(string key, OptionValue value, ValuePosition position)
    {
        last[key] = (entries.Count, position.Key);
        entries.Add((key, value, position));
    }
}
