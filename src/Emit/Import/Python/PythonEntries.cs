using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>The entries of a config in the order of their last assignment.</summary>
internal sealed class PythonEntries
{
    private readonly List<(string Key, OptionValue Value, ValuePosition Position)?> entries = [];
    private readonly Dictionary<string, int> ends = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Index, int At)> last = new(StringComparer.Ordinal);

    /// <summary>The entries, each key once.</summary>
    public ImmutableArray<KeyValuePair<string, OptionValue>> Values =>
        [
            .. entries
                .OfType<(string Key, OptionValue Value, ValuePosition)>()
                .Select(e => KeyValuePair.Create(e.Key, e.Value)),
        ];

    /// <summary>Where each has its value at last: behind all statements that make it.</summary>
    public ImmutableArray<int> Ends =>
        [
            .. entries
                .OfType<(string Key, OptionValue, ValuePosition Position)>()
                .Select(e => ends.GetValueOrDefault(e.Key, e.Position.Key)),
        ];

    /// <summary>The names, each once.</summary>
    public IEnumerable<string> Names => entries.OfType<(string Key, OptionValue, ValuePosition)>().Select(e => e.Key);

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

    /// <summary>Gives an entry the value that it has at last.</summary>
    public void Complete(string key, PythonResult result)
    {
        var index = last[key].Index;
        var (_, _, position) = entries[index]!.Value;
        entries[index] = (key, result.Value.Value, position with { Inner = result.Value.Inner });
        ends[key] = Math.Max(position.Key, result.ChangedAt);
    }

    /// <summary>Adds the entry of a name that was just assigned.</summary>
    public void Add(string key, OptionValue value, ValuePosition position)
    {
        last[key] = (entries.Count, position.Key);
        entries.Add((key, value, position));
    }
}
