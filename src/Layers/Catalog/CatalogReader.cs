namespace NetDsl.Layers;

/// <summary>From facts and overlay to the catalog.</summary>
internal sealed class CatalogReader
{
    private static readonly HashSet<string> scopesOfNets = new(["core", "tf"], StringComparer.Ordinal);

    private readonly Overlay overlay = Overlay.Read();
    private readonly OptionTypeParser types = new();

    internal LayerClasses ReadLayers() => new(FactReader.Bytes("layers.json"), ReadLayer);

    internal OptionTable ReadCommonOptions(LayerClasses layers)
    {
        var common = new Dictionary<string, LayerOption>(StringComparer.Ordinal);
        using (var facts = layers.OpenCommonOptions())
        {
            ReadOptions(facts, option => overlay.Find("common", option), common);
        }

        AddOptions("common", common);
        return new(common);
    }

    internal Dictionary<string, LossClass> ReadLosses() =>
        ReadClasses("losses.json", "losses", (name, options, facts) => new LossClass(name, options, facts.NeedsTarget));

    internal Dictionary<string, DatasetClass> ReadDatasets() =>
        ReadClasses("datasets.json", "datasets", (name, options, _) => new DatasetClass(name, options));

    internal Dictionary<string, OptimizerClass> ReadOptimizers() =>
        ReadClasses(
            "optimizers.json",
            "optimizers",
            (name, options, facts) => new OptimizerClass(name, options, facts.Module == "keras")
        );

    internal Dictionary<string, ConfigKey> ReadKeys()
    {
        var keys = new Dictionary<string, ConfigKey>(StringComparer.Ordinal);
        using var facts = FactReader.Open("config_keys.json");
        foreach (var part in facts.Members())
        {
            if (part != "keys")
            {
                facts.Skip();
                continue;
            }

            foreach (var name in facts.Members())
            {
                var mend = overlay.Find("keys", name);
                var type = ReadKeyType(facts);
                keys.Add(name, new(name, mend?.Type is { } mended ? types.Parse(mended) : type, overlay.WordsOf(mend)));
            }
        }

        foreach (var (name, mend) in overlay.AddedTo("keys"))
        {
            keys.Add(name, new(name, types.Parse(mend.Type), overlay.WordsOf(mend)));
        }

        return keys;
    }

    /// <summary>The names that people use, each with its place from the commonest on.</summary>
    internal static Dictionary<string, int> ReadCommonNames()
    {
        using var facts = FactReader.Open("common_names.json");
        foreach (var part in facts.Members())
        {
            if (part == "names")
            {
                return facts
                    .Texts()
                    .Index()
                    .ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
            }

            facts.Skip();
        }

        return [];
    }

    internal OptionTable ReadData()
    {
        var options = new Dictionary<string, LayerOption>(StringComparer.Ordinal);
        AddOptions("data", options);
        return new(options);
    }

    private LayerClass ReadLayer(FactReader facts, string name)
    {
        var options = new Dictionary<string, LayerOption>(StringComparer.Ordinal);
        var layers = new List<string>();
        var sources = "";
        foreach (var member in facts.Members())
        {
            switch (member)
            {
                case "options":
                    ReadOptions(facts, option => overlay.Find("layers", name, option), options);
                    break;
                case "get_layer_options":
                    layers = facts.Texts();
                    break;
                case "sources":
                    sources = facts.Text() ?? "";
                    break;
                default:
                    facts.Skip();
                    break;
            }
        }

        // Read while the dict is transformed, not by the constructor.
        foreach (var option in layers.Where(option => option != "from"))
        {
            options.TryAdd(option, new(option, OptionType.Anything));
        }

        AddOptions($"layers/{name}", options);
        return new(name, new(options), (overlay.Find("layers", name)?.Sources ?? sources) == "explicit");
    }

    private Dictionary<string, T> ReadClasses<T>(
        string file,
        string part,
        Func<string, OptionTable, (string? Module, bool NeedsTarget), T> make
    )
    {
        var classes = new Dictionary<string, T>(StringComparer.Ordinal);
        using var facts = FactReader.Open(file);
        foreach (var section in facts.Members())
        {
            if (section != part)
            {
                facts.Skip();
                continue;
            }

            foreach (var name in facts.Members())
            {
                var options = new Dictionary<string, LayerOption>(StringComparer.Ordinal);
                (string? Module, bool NeedsTarget) about = default;
                foreach (var member in facts.Members())
                {
                    switch (member)
                    {
                        case "options":
                            ReadOptions(facts, option => overlay.Find(part, name, option), options);
                            break;
                        case "module":
                            about.Module = facts.Text();
                            break;
                        case "need_target":
                            about.NeedsTarget = facts.Flag();
                            break;
                        default:
                            facts.Skip();
                            break;
                    }
                }

                AddOptions($"{part}/*", options);
                classes.Add(name, make(name, new(options), about));
            }
        }

        return classes;
    }

    private void ReadOptions(FactReader facts, Func<string, Mend?> mendOf, Dictionary<string, LayerOption> options)
    {
        foreach (var name in facts.Members())
        {
            var (type, isRequired, given) = ReadOption(facts);
            var mend = mendOf(name);
            if (mend is not { Removes: true })
            {
                options.Add(
                    name,
                    new(name, mend?.Type is { } mended ? types.Parse(mended) : type)
                    {
                        IsRequired = mend?.IsRequired ?? isRequired,
                        Default = given,
                        RequiredFrom = mend?.RequiredFrom ?? 0,
                        Unless = mend?.Unless,
                        Old = mend?.Old,
                        Axes = mend?.Axes ?? AxisPlaces.None,
                        Words = overlay.WordsOf(mend),
                    }
                );
            }
        }
    }

    // Options of optimizers are given by their defaults alone.
    private (OptionType Type, bool IsRequired, OptionValue? Default) ReadOption(FactReader facts)
    {
        if (!facts.TryEnter(out var value))
        {
            var type = value switch
            {
                double or long => "float",
                bool => "bool",
                _ => null,
            };
            return (types.Parse(type), value is "$required", DefaultOf(value));
        }

        var (text, isRequired) = ((string?)null, false);
        OptionValue? given = null;
        foreach (var member in facts.OpenMembers())
        {
            switch (member)
            {
                case "type":
                    text = facts.Text();
                    break;
                case "required":
                    isRequired = facts.Flag();
                    break;
                case "default":
                    given = facts.TryValue(out value) ? DefaultOf(value) : null;
                    break;
                default:
                    facts.Skip();
                    break;
            }
        }

        return (types.Parse(text), isRequired, given);
    }

    // Words that begin with $ are no values: "$unset" tells nothing given from None.
    private static OptionValue? DefaultOf(object? value) =>
        value switch
        {
            null => OptionValue.None,
            bool flag => flag,
            long number => number,
            double number => number,
            string text when !text.StartsWith('$') => text,
            _ => null,
        };

    private OptionType ReadKeyType(FactReader facts)
    {
        var (getters, scopes) = (new List<string>(), new List<string>());
        foreach (var member in facts.Members())
        {
            switch (member)
            {
                case "getters":
                    getters = facts.Texts();
                    break;
                case "scopes":
                    scopes = facts.Texts();
                    break;
                default:
                    facts.Skip();
                    break;
            }
        }

        // Of a list the getters take the first item; several getters may see several types; other engines' keys are never read.
        getters.Remove("has");
        return getters is [var getter] && scopesOfNets.Overlaps(scopes)
            ? types.Parse(
                getter switch
                {
                    "int" => "int|list",
                    "float" => "float|str|list",
                    "bool" => "bool|int|list",
                    _ => null,
                }
            )
            : OptionType.Anything;
    }

    private void AddOptions(string place, Dictionary<string, LayerOption> options)
    {
        foreach (var (name, mend) in overlay.AddedTo(place))
        {
            options.TryAdd(name, new(name, types.Parse(mend.Type)) { Words = overlay.WordsOf(mend) });
        }
    }
}
