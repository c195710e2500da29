using System.Collections;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace NetDsl;

/// <summary>A dict that keeps its order: a layer, its sub-net, a dataset, a whole network.</summary>
public sealed record DictValue : OptionValue, IEnumerable<KeyValuePair<OptionValue, OptionValue>>
{
    private const int FewEntries = 16;

    private readonly ImmutableArray<KeyValuePair<OptionValue, OptionValue>> entries;

    private DictValue(ImmutableArray<KeyValuePair<OptionValue, OptionValue>> entries) => this.entries = entries;

    /// <summary>The dict without entries.</summary>
    public static DictValue Empty { get; } = new([]);

    /// <summary>How many entries there are.</summary>
    public int Count => entries.Length;

    /// <summary>The value of a text key, or null if there is none. Dicts are small: this looks at each entry.</summary>
    public OptionValue? this[string key]
    {
        get
        {
            foreach (var entry in entries)
            {
                if (entry.Key is StringValue text && text.Value == key)
                {
                    return entry.Value;
                }
            }

            return null;
        }
    }

    /// <summary>A dict of text keys, in the order given; for nets of any size.</summary>
    /// <param name="entries">Keys must differ.</param>
    /// <exception cref="ArgumentException">A key comes twice.</exception>
    public static DictValue Of(IEnumerable<KeyValuePair<string, OptionValue>> entries)
    {
        var count = entries is IReadOnlyCollection<KeyValuePair<string, OptionValue>> known ? known.Count : FewEntries;
        var builder = ImmutableArray.CreateBuilder<KeyValuePair<OptionValue, OptionValue>>(count);
        HashSet<string>? seen = null;
        foreach (var (key, value) in entries)
        {
            // A layer has a handful of options, a net thousands of layers.
            seen ??= builder.Count == FewEntries ? KeysOf(builder) : null;
            if (seen is null ? Holds(builder, key) : !seen.Add(key))
            {
                throw new ArgumentException($"The key \"{key}\" comes twice.", nameof(entries));
            }

            builder.Add(new(key, value));
        }

        return new(builder.DrainToImmutable());
    }

    /// <summary>A dict of keys of any kind, in the order given; made for the few options of a layer.</summary>
    /// <exception cref="ArgumentException">A key comes twice.</exception>
    internal static DictValue OfFew(ReadOnlySpan<(OptionValue Key, OptionValue Value)> entries)
    {
        var found = new KeyValuePair<OptionValue, OptionValue>[entries.Length];
        var seen = entries.Length > FewEntries ? new HashSet<OptionValue>() : null;
        for (var place = 0; place < entries.Length; place++)
        {
            var (key, value) = entries[place];
            if (seen is null || !seen.Add(key))
            {
                RequireNew(key, found.AsSpan(0, place));
            }

            found[place] = new(key, value);
        }

        return new(ImmutableCollectionsMarshal.AsImmutableArray(found));
    }

    /// <summary>A dict of entries whose keys are known to differ, in the order given.</summary>
    internal static DictValue OfValues(IEnumerable<KeyValuePair<OptionValue, OptionValue>> entries) =>
        new([.. entries]);

    /// <summary>The dict with one more entry at its end.</summary>
    /// <exception cref="ArgumentException">The key is there already.</exception>
    public DictValue With(OptionValue key, OptionValue value)
    {
        RequireNew(key, entries.AsSpan());
        return new(entries.Add(new(key, value)));
    }

    private static void RequireNew(OptionValue key, ReadOnlySpan<KeyValuePair<OptionValue, OptionValue>> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Key == key)
            {
                throw new ArgumentException($"The key {key} comes twice.", nameof(key));
            }
        }
    }

    /// <summary>The dict with another value in the place of a text key's; at its end if the key is new.</summary>
    internal DictValue Replacing(string key, OptionValue value)
    {
        var place = PlaceOf(key);
        return place < 0 ? With(key, value) : new(entries.SetItem(place, new(key, value)));
    }

    /// <summary>The dict without a text key.</summary>
    internal DictValue Without(string key)
    {
        var place = PlaceOf(key);
        return place < 0 ? this : new(entries.RemoveAt(place));
    }

    private int PlaceOf(string key)
    {
        for (var place = 0; place < entries.Length; place++)
        {
            if (entries[place].Key is StringValue text && text.Value == key)
            {
                return place;
            }
        }

        return -1;
    }

    private static HashSet<string> KeysOf(ImmutableArray<KeyValuePair<OptionValue, OptionValue>>.Builder entries)
    {
        var keys = new HashSet<string>();
        foreach (var entry in entries)
        {
            keys.Add(((StringValue)entry.Key).Value);
        }

        return keys;
    }

    private static bool Holds(ImmutableArray<KeyValuePair<OptionValue, OptionValue>>.Builder entries, string key)
    {
        foreach (var entry in entries)
        {
            if (((StringValue)entry.Key).Value == key)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Equal entries in the same order.</summary>
    public bool Equals(DictValue? other) => other is not null && entries.AsSpan().SequenceEqual(other.entries.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => entries.Aggregate(0, HashCode.Combine);

    /// <summary>The entries in order.</summary>
    public ImmutableArray<KeyValuePair<OptionValue, OptionValue>>.Enumerator GetEnumerator() => entries.GetEnumerator();

    IEnumerator<KeyValuePair<OptionValue, OptionValue>> IEnumerable<
        KeyValuePair<OptionValue, OptionValue>
    >.GetEnumerator() => ((IEnumerable<KeyValuePair<OptionValue, OptionValue>>)entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)entries).GetEnumerator();
}
