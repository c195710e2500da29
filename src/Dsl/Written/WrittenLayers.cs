using System.Collections.Immutable;

namespace NetDsl;

/// <summary>Layers by name, in order: the root of a config, or a net inside a layer.</summary>
public sealed class WrittenLayers
{
    private readonly OrderedDictionary<string, WrittenLayer> layers = new(StringComparer.Ordinal);

    /// <summary>The layer of a name. A new one comes after those that are there; one that is there keeps its place.</summary>
    /// <exception cref="KeyNotFoundException">There is no such layer to be read.</exception>
    public WrittenLayer this[string name]
    {
        get => layers[name];
        set
        {
            ArgumentException.ThrowIfNullOrEmpty(name);
            ArgumentNullException.ThrowIfNull(value);
            layers[name] = value;
        }
    }

    internal ImmutableArray<KeyValuePair<string, SourceLocation>> Locations =>
        [.. layers.Select(layer => KeyValuePair.Create(layer.Key, layer.Value.Location))];

    /// <summary>Takes a layer out.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(string name) => layers.Remove(name);

    /// <summary>The layers as a dict, as they are now.</summary>
    public DictValue ToDict() =>
        DictValue.Of(layers.Select(layer => KeyValuePair.Create(layer.Key, layer.Value.ToValue())));

    /// <summary>The layers as the value of an option, such as <c>unit</c> or <c>subnetwork</c>.</summary>
    public static implicit operator OptionValue(WrittenLayers layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        return layers.ToDict();
    }
}
