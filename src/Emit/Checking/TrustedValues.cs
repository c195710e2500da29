namespace NetDsl.Emit;

/// <summary>
/// Takes out of a config what its own code may change, directly or by another name: such a value becomes code, for nobody knows
/// what RETURNN will see there.
/// </summary>
internal sealed class TrustedValues
{
    private readonly ImportedConfig imported;
    private readonly HashSet<string> changed;
    private readonly Dictionary<SourceLocation, string> uses = [];

    private TrustedValues(ImportedConfig imported)
    {
        this.imported = imported;
        changed = new(imported.ChangedByCode, StringComparer.Ordinal);
        foreach (var use in imported.NameUses)
        {
            uses[use.Location] = use.Name;
        }
    }

    /// <summary>The config with the values that can be relied on.</summary>
    public static Config Of(ImportedConfig imported) =>
        imported.ChangedByCode.Count == 0 ? imported.Config : new TrustedValues(imported).Config();

    private Config Config()
    {
        FollowNames();
        var isInside = uses.Values.Any(changed.Contains);
        var entries = imported.Config.Entries;
        var positions = imported.Locations.Positions;
        var trusted = entries.Select((entry, index) => KeyValuePair.Create(entry.Key, Value(index)));
        return imported.Config with { Entries = [.. trusted] };

        OptionValue Value(int index)
        {
            var (key, value) = entries[index];
            return changed.Contains(key) ? OptionValue.Code(key)
                : isInside ? Trusted(value, positions[index])
                : value;
        }
    }

    // `net = network`, and then code changes `net`: that changes what `network` stands for, and perhaps what is inside it.
    private void FollowNames()
    {
        if (uses.Count == 0)
        {
            return;
        }

        var entries = imported.Config.Entries;
        var indexes = entries.Index().ToDictionary(entry => entry.Item.Key, entry => entry.Index);
        var waiting = new Queue<string>(changed);
        while (waiting.TryDequeue(out var name))
        {
            if (indexes.TryGetValue(name, out var index))
            {
                Follow(entries[index].Value, imported.Locations.Positions[index], waiting);
            }
        }
    }

    private void Follow(OptionValue value, ValuePosition position, Queue<string> waiting)
    {
        if (value is not (DictValue or SequenceValue))
        {
            return;
        }

        if (NameAt(position) is { } name && changed.Add(name))
        {
            waiting.Enqueue(name);
        }

        foreach (var (inner, at) in Inner(value).Zip(position.Inner?.Items ?? []))
        {
            Follow(inner, at, waiting);
        }
    }

    private OptionValue Trusted(OptionValue value, ValuePosition position)
    {
        if (value is not (DictValue or SequenceValue) || position.Inner is not { } positions)
        {
            return value;
        }

        if (NameAt(position) is { } name && changed.Contains(name))
        {
            return OptionValue.Code(name);
        }

        var inner = Inner(value).Zip(positions.Items, Trusted).ToList();
        return inner.Zip(Inner(value), ReferenceEquals).All(isSame => isSame) ? value : With(value, inner);
    }

    private string? NameAt(ValuePosition position) => uses.GetValueOrDefault(imported.Locations.At(position.Value));

    private static IEnumerable<OptionValue> Inner(OptionValue value) =>
        value is DictValue dict ? dict.Select(entry => entry.Value) : ((SequenceValue)value).Items;

    private static OptionValue With(OptionValue value, List<OptionValue> inner) =>
        value switch
        {
            SequenceValue sequence => sequence with { Items = [.. inner] },
            DictValue dict when dict.All(entry => entry.Key is StringValue) => DictValue.Of(
                dict.Zip(inner, (entry, item) => KeyValuePair.Create(((StringValue)entry.Key).Value, item))
            ),
            DictValue dict => dict.Zip(inner)
                .Aggregate(DictValue.Empty, (result, item) => result.With(item.First.Key, item.Second)),
            _ => value,
        };
}
