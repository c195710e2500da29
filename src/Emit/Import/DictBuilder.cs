using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>Collects a dict entry by entry as Python does: of equal keys the first gives the place, the last the value.</summary>
internal sealed class DictBuilder(int capacity)
{
    /// <summary>How many entries a dict with other keys than texts may have: it can only grow by copying.</summary>
    public const int MostMixedEntries = 1000;

    private const int FewEntries = 8;

    private readonly List<KeyValuePair<OptionValue, OptionValue>> entries = new(capacity);
    private readonly List<ValuePosition> positions = new(capacity);
    private Dictionary<OptionValue, int>? index;
    private bool isMixed;

    /// <summary>Where the values are.</summary>
    public PositionTree Positions => new([.. positions]);

    /// <summary>Adds an entry; returns where the same key was before, or -1.</summary>
    public int Add(OptionValue key, OptionValue value, ValuePosition position)
    {
        isMixed |= key is not StringValue;
        var canonical = Canonical(key);
        if (Find(canonical) is >= 0 and var at)
        {
            var before = positions[at].Key;
            entries[at] = new(entries[at].Key, value);
            positions[at] = position;
            return before;
        }

        index?.Add(canonical, entries.Count);
        entries.Add(new(key, value));
        positions.Add(position);
        return -1;
    }

    /// <summary>The dict, or null if there is none of such keys and such a size.</summary>
    public DictValue? Build()
    {
        if (!isMixed)
        {
            return DictValue.Of(
                entries.Select(entry => KeyValuePair.Create(((StringValue)entry.Key).Value, entry.Value))
            );
        }

        return entries.Count > MostMixedEntries
            ? null
            : entries.Aggregate(DictValue.Empty, (dict, entry) => dict.With(entry.Key, entry.Value));
    }

    private int Find(OptionValue canonical)
    {
        if (entries.Count >= FewEntries)
        {
            index ??= entries.Index().ToDictionary(entry => Canonical(entry.Item.Key), entry => entry.Index);
            return index.GetValueOrDefault(canonical, -1);
        }

        for (var i = 0; i < entries.Count; i++)
        {
            if (Canonical(entries[i].Key).Equals(canonical))
            {
                return i;
            }
        }

        return -1;
    }

    // 1, 1.0 and True are one key in Python.
    private static OptionValue Canonical(OptionValue key) =>
        key switch
        {
            StringValue => key,
            BoolValue truth => truth.Value ? 1 : 0,
            RealValue { Value: var real } when real == Math.Floor(real) && Math.Abs(real) < 1L << 53 => (long)real,
            _ => key,
        };
}
