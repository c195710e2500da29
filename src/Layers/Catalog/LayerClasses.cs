using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace NetDsl.Layers;

/// <summary>
/// Layer classes by name, aliases among them. A net uses few of a hundred: each is read from the facts when it is first asked for,
/// and what is known at once is only where in the text it stands.
/// </summary>
internal sealed class LayerClasses : IReadOnlyDictionary<string, LayerClass>
{
    private readonly Lock gate = new();
    private readonly byte[] facts;
    private readonly Func<FactReader, string, LayerClass> read;
    private readonly Dictionary<string, (int Start, int Length)> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LayerClass> known = new(StringComparer.Ordinal);
    private readonly (int Start, int Length) common;

    /// <param name="facts">The text of layers.json.</param>
    /// <param name="read">Reads one class.</param>
    public LayerClasses(byte[] facts, Func<FactReader, string, LayerClass> read)
    {
        (this.facts, this.read) = (facts, read);
        var json = new Utf8JsonReader(facts);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var part = json.GetString();
            json.Read();
            if (part == "classes")
            {
                Index(ref json);
            }
            else if (part == "aliases")
            {
                while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
                {
                    var alias = json.GetString()!;
                    json.Read();
                    aliases.Add(alias, json.GetString()!);
                }
            }
            else if (part == "common_options")
            {
                common = Skipped(ref json);
            }
            else
            {
                json.Skip();
            }
        }

        // A class of that name is the class.
        foreach (var name in places.Keys)
        {
            aliases.Remove(name);
        }
    }

    /// <summary>The facts about options that every class takes.</summary>
    public FactReader OpenCommonOptions() => Open(common);

    public IEnumerable<string> Keys => places.Keys.Concat(aliases.Keys);

    public IEnumerable<LayerClass> Values => Keys.Select(name => this[name]);

    public int Count => places.Count + aliases.Count;

    public LayerClass this[string key] =>
        TryGetValue(key, out var found) ? found : throw new KeyNotFoundException($"No layer class \"{key}\".");

    public bool ContainsKey(string key) => places.ContainsKey(key) || aliases.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out LayerClass value)
    {
        var name = aliases.GetValueOrDefault(key, key);
        lock (gate)
        {
            if (!known.TryGetValue(name, out value) && places.TryGetValue(name, out var place))
            {
                using var text = Open(place);
                known.Add(name, value = read(text, name));
            }
        }

        return value is not null;
    }

    public IEnumerator<KeyValuePair<string, LayerClass>> GetEnumerator() =>
        Keys.Select(name => KeyValuePair.Create(name, this[name])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Index(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            places.Add(name, Skipped(ref json));
        }
    }

    private static (int Start, int Length) Skipped(ref Utf8JsonReader json)
    {
        var start = (int)json.TokenStartIndex;
        json.Skip();
        return (start, (int)json.BytesConsumed - start);
    }

    private FactReader Open((int Start, int Length) place) =>
        FactReader.Open(new MemoryStream(facts, place.Start, place.Length, writable: false));
}
