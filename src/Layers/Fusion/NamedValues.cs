using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace NetDsl.Layers;

/// <summary>What the placeholders of a pattern stand for, by name. There are a few of a kind, so that looking at each is the fastest way.</summary>
internal sealed class NamedValues<T>(ImmutableArray<KeyValuePair<string, T>> entries)
    : IReadOnlyCollection<KeyValuePair<string, T>>
{
    /// <summary>How many there are.</summary>
    public int Count => entries.Length;

    /// <summary>What a name stands for, which must be there.</summary>
    internal T this[string name] =>
        TryGetValue(name, out var value) ? value : throw new KeyNotFoundException($"Nothing is called {name}.");

    /// <summary>Whether a name stands for anything, and for what.</summary>
    internal bool TryGetValue(string name, [MaybeNullWhen(false)] out T value)
    {
        foreach (var entry in entries)
        {
            if (entry.Key == name)
            {
                value = entry.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>What a name stands for; the default if it stands for nothing.</summary>
    internal T? GetValueOrDefault(string name) => TryGetValue(name, out var value) ? value : default;

    /// <summary>Whether a name stands for anything.</summary>
    internal bool ContainsKey(string name) => TryGetValue(name, out _);

    /// <summary>The entries, in the order in which they were met.</summary>
    public ImmutableArray<KeyValuePair<string, T>>.Enumerator GetEnumerator() => entries.GetEnumerator();

    IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, T>>)entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)entries).GetEnumerator();
}
