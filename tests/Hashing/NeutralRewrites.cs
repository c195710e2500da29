using System.Text.RegularExpressions;
using NetDsl.Emit;
using NetDsl.Layers;

namespace NetDsl.Tests.Hashing;

/// <summary>Ways to write the same config.</summary>
internal static partial class NeutralRewrites
{
    public static IReadOnlyDictionary<string, Func<string, string>> All { get; } =
        new Dictionary<string, Func<string, string>>
        {
            ["layers in another order"] = text => Rewrite(text, layers => layers.Reverse(), layer => layer),
            ["options in another order"] = text => Rewrite(text, layers => layers, layer => Dict(layer.Reverse())),
            ["defaults written out"] = text => Rewrite(text, layers => layers, WithDefaults),
            ["defaults left out"] = text => Rewrite(text, layers => layers, WithoutDefaults),
            ["keys in another order"] = InOtherOrder,
            ["other names of dims"] = text => DimName().Replace(text, "$1_renamed"),
            ["single quotes"] = text => text.Replace('"', '\''),
            ["comments and blank lines"] = text => text.Replace("\n", "  # a remark\n\n", StringComparison.Ordinal),
            ["no layout at all"] = text => Rewrite(text, layers => layers, layer => layer),
            ["sources as lists"] = text => Rewrite(text, layers => layers, WithList),
        };

    private static string Rewrite(
        string text,
        Func<DictValue, IEnumerable<KeyValuePair<OptionValue, OptionValue>>> order,
        Func<DictValue, DictValue> layer
    )
    {
        var config = ConfigReader.Read(text, "net.py", [])!.Config;
        var layers = order(config.Network)
            .Select(l => KeyValuePair.Create(l.Key, (OptionValue)layer((DictValue)l.Value)));
        return Written(
            config with
            {
                Entries =
                [
                    .. config.Entries.Select(e =>
                        e.Key == "network" ? KeyValuePair.Create(e.Key, (OptionValue)Dict(layers)) : e
                    ),
                ],
            }
        );
    }

    private static string InOtherOrder(string text)
    {
        var config = ConfigReader.Read(text, "net.py", [])!.Config;
        return Written(config with { Entries = [.. config.Entries.Reverse()] });
    }

    private static string Written(Config config)
    {
        var found = new List<Diagnostic>();
        var text = ConfigWriter.Write(config, new(ConfigFormat.Python, null, null, false), found);
        return found.Count == 0 ? text : throw new InvalidOperationException(string.Join('\n', found));
    }

    private static DictValue WithDefaults(DictValue layer)
    {
        foreach (var option in Options(layer))
        {
            if (option.Default is { } value and not NoneValue && layer[option.Name] is null)
            {
                layer = layer.With(option.Name, value);
            }
        }

        return layer;
    }

    private static DictValue WithoutDefaults(DictValue layer)
    {
        foreach (var option in Options(layer))
        {
            layer = option.Default is { } value && layer[option.Name] == value ? layer.Without(option.Name) : layer;
        }

        return layer;
    }

    private static IEnumerable<LayerOption> Options(DictValue layer) =>
        layer["class"] is StringValue { Value: var name } && Catalog.Returnn.Layers.TryGetValue(name, out var known)
            ? known.Options.All
            : [];

    private static DictValue WithList(DictValue layer) =>
        layer["from"] is StringValue one ? layer.Replacing("from", OptionValue.List(one)) : layer;

    private static DictValue Dict(IEnumerable<KeyValuePair<OptionValue, OptionValue>> entries) =>
        DictValue.OfValues(entries);

    // Of variables, not of what RETURNN calls them: texts may name those.
    [GeneratedRegex(@"(?<![\w""'.])(?!batch_dim)(\w+_dim)\b(?!\s*\(|['""])", RegexOptions.CultureInvariant)]
    private static partial Regex DimName();
}
