using NetDsl.Emit;

namespace NetDsl.Tests.Comparing;

/// <summary>Edits the layers of the root of a config as a person would: one edit, and what it needs elsewhere.</summary>
internal sealed class NetEditor
{
    private Config config;
    private readonly NetStructure structure;
    private readonly Dictionary<string, DictValue> layers = new(StringComparer.Ordinal);
    private readonly List<string> order = [];

    public NetEditor(string text, string path = "net.py")
    {
        config = ConfigReader.Read(text, path, [])!.Config;
        structure = NetStructure.Read(config);
        foreach (var (key, value) in config.Network)
        {
            var name = ((StringValue)key).Value;
            layers.Add(name, (DictValue)value);
            order.Add(name);
        }
    }

    /// <summary>Built layers of the root.</summary>
    public IReadOnlyList<NetLayer> Layers =>
        [.. structure.Layers.Where(layer => layer.Scope == structure.Root && !layer.IsCode)];

    /// <summary>The config after the edits.</summary>
    public string Text(ConfigFormat format = ConfigFormat.Python)
    {
        var network = DictValue.Of(order.Select(name => KeyValuePair.Create(name, (OptionValue)layers[name])));
        var entries = config.Entries.Select(e =>
            e.Key == "network" ? KeyValuePair.Create(e.Key, (OptionValue)network) : e
        );
        var found = new List<Diagnostic>();
        var text = ConfigWriter.Write(config with { Entries = [.. entries] }, new(format, null, null, false), found);
        return found.Count == 0 ? text : throw new InvalidOperationException(string.Join('\n', found));
    }

    /// <summary>Layers whose name somebody else says only in ways that this editor can change.</summary>
    public bool IsPlain(NetLayer layer) =>
        layer.Name != "output"
        && structure
            .All.SelectMany(reader => reader.References.Select(reference => (reader, reference)))
            .Where(pair => pair.reference.Target.Source == layer)
            .All(pair =>
                pair.reader.Scope == structure.Root
                && pair.reference is { Option: "from", IsImplicit: false, IsPrevious: false, Target: LayerTarget }
                && pair.reference.Text == layer.Name
            );

    public IEnumerable<NetLayer> ReadersOf(NetLayer layer) =>
        structure
            .Layers.Where(reader => reader.References.Any(reference => reference.Target.Source == layer))
            .Distinct();

    /// <summary>The only source of a layer as it is written; null if there are several, or it is none that others could read.</summary>
    public static string? OnlySource(NetLayer layer) =>
        layer.References.Where(reference => reference.Option == "from").ToList() is [{ IsImplicit: false } only]
        && (only.Target is LayerTarget || only.Text.StartsWith("data:", StringComparison.Ordinal))
            ? only.Text
            : null;

    public void Rename(string old, string name)
    {
        Redirect(old, name);
        layers[name] = layers[old];
        layers.Remove(old);
        order[order.IndexOf(old)] = name;
    }

    public void Set(string layer, string option, OptionValue value) =>
        layers[layer] = layers[layer].Replacing(option, value);

    public void SetKey(string key, OptionValue value) =>
        config = config with { Entries = [.. config.Entries, KeyValuePair.Create(key, value)] };

    public void Insert(string name, DictValue layer, string reader, string source)
    {
        Redirect(source, name, only: reader);
        layers.Add(name, layer);
        order.Insert(order.IndexOf(reader), name);
    }

    public void Delete(NetLayer layer)
    {
        Redirect(layer.Name, OnlySource(layer)!);
        layers.Remove(layer.Name);
        order.Remove(layer.Name);
    }

    /// <summary>Takes a layer out and puts it before one of another's readers.</summary>
    public void Move(NetLayer layer, NetLayer after, NetLayer before)
    {
        Redirect(layer.Name, OnlySource(layer)!);
        Redirect(after.Name, layer.Name, only: before.Name);
        Set(layer.Name, "from", after.Name);
    }

    private void Redirect(string old, string name, string? only = null)
    {
        foreach (var reader in order)
        {
            if (only is null || reader == only)
            {
                layers[reader] = layers[reader]["from"] switch
                {
                    StringValue { Value: var one } when one == old => layers[reader].Replacing("from", name),
                    SequenceValue several => layers[reader].Replacing("from", Redirected(several, old, name)),
                    _ => layers[reader],
                };
            }
        }
    }

    private static SequenceValue Redirected(SequenceValue sources, string old, string name) =>
        sources with
        {
            Items =
            [
                .. sources.Items.Select(item => item is StringValue { Value: var one } && one == old ? name : item),
            ],
        };
}
