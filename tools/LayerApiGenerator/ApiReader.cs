using NetDsl.Layers;
using Newtonsoft.Json.Linq;

namespace NetDsl.LayerApiGenerator;

/// <summary>From facts, overlay and choices to what is written.</summary>
internal sealed class ApiReader
{
    private const string JoiningClass = "_ConcatInputLayer";

    // No layer of a config has this class: it is what the name ":i" stands for in a loop.
    private const string NoClass = ":i";

    private static readonly HashSet<string> ofEmitter = new(["out_shape"], StringComparer.Ordinal);

    private readonly Overlay overlay = Overlay.Read();
    private readonly JObject layers = Choices.Read("Facts.layers.json");
    private readonly JObject losses = Choices.Read("Facts.losses.json");
    private readonly JObject classes = Choices.Read("Choices.classes.json");
    private readonly JObject commonTypes = Choices.Read("Choices.common.json");
    private readonly Naming naming = new(
        Choices.Read("Choices.names.json").Properties().ToDictionary(name => name.Name, name => (string)name.Value!)
    );
    private readonly Dictionary<string, WordType> words;
    private readonly ParameterTypes types;

    public ApiReader()
    {
        words = Choices.Read("Choices.words.json").Properties().ToDictionary(list => list.Name, ReadWords);
        types = new(words);
    }

    public Api Read()
    {
        var facts = ((JObject)layers["classes"]!).Properties().Where(fact => fact.Name != NoClass).ToList();
        var methods = facts.ConvertAll(fact => ReadMethod(fact.Name, (JObject)fact.Value));
        return new(
            [.. methods.OrderBy(method => method.LayerClass, StringComparer.Ordinal)],
            ReadCommon(),
            ReadOfSources(facts),
            [.. words.Values.OrderBy(list => list.Type.Name, StringComparer.Ordinal)]
        );
    }

    private WordType ReadWords(JProperty list)
    {
        var choice = (JObject)list.Value;
        var name = (string)choice["type"]!;
        var known = overlay.Words.GetValueOrDefault(list.Name);
        var texts = known?.Words ?? ((JObject)losses["losses"]!).Properties().Select(loss => loss.Name);
        var isEnum = known is null or { IsOpen: false } && choice["values"] is null;
        var type = new ParameterType(
            name,
            $"NetDsl.Layers.{name}",
            IsReference: !isEnum,
            isEnum ? "{0}?.Text()" : "{0}?.Value"
        );
        var members = texts.Where(IsName).Select(text => (naming.Pascal(text), text)).ToList();
        if (members.GroupBy(word => word.Item1).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new InvalidOperationException($"Two words of {name} would be {twice.Key}.");
        }

        return new(type, (string)choice["does"]!, members)
        {
            IsEnum = isEnum,
            Named = (string?)choice["named"],
            Expression = (string?)choice["expression"],
        };
    }

    private static bool IsName(string text) =>
        text.Length > 1
        && char.IsAsciiLetter(text[0])
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');

    private LayerMethod ReadMethod(string layerClass, JObject fact)
    {
        var choice = (JObject)(
            classes[layerClass] ?? throw new InvalidOperationException($"Nothing says what {layerClass} does.")
        );
        var facts = (JObject)fact["options"]!;
        var joins = fact["bases"]!.Values<string>().Contains(JoiningClass);
        var promoted = Texts(choice["promote"]);
        var omitted = Texts(choice["omit"]);
        var leftOut = new List<(string, string)>();
        var options = new List<OptionParameter>();
        foreach (var option in Own(layerClass, facts))
        {
            if (ofEmitter.Contains(option.Name))
            {
                continue;
            }

            if (omitted.Contains(option.Name))
            {
                leftOut.Add((option.Name, "the class sets it itself"));
            }
            else if (overlay.Find("layers", layerClass, option.Name)?.Old is { } old)
            {
                leftOut.Add(
                    (option.Name, FormattableString.Invariant($"from behavior version {old.Until} on it has one value"))
                );
            }
            else if (option.Name == "n_out" && (facts["out_dim"] is not null || promoted.Contains("out_dim")))
            {
                leftOut.Add((option.Name, "`outDim` says it"));
            }
            else if (joins && IsOfSources(option.Value) && !promoted.Contains(option.Name))
            {
                continue;
            }
            else
            {
                options.Add(
                    ReadOption(
                        layerClass,
                        option.Name,
                        option.Value,
                        (string?)(
                            choice["types"]?[option.Name]
                            ?? (IsOfSources(option.Value) ? commonTypes[option.Name] : null)
                        )
                    )
                );
            }
        }

        foreach (var option in promoted.Where(option => facts[option] is null))
        {
            options.Add(ReadOption(layerClass, option, layers["common_options"]![option]!, type: null));
        }

        return new(
            layerClass,
            (string?)choice["name"] ?? naming.Pascal(layerClass),
            (string)choice["does"]!,
            ReadSources(choice, fact, joins),
            [.. options.OrderByDescending(option => option.IsRequired)]
        )
        {
            JoinsSources = joins,
            Variables = choice["variables"] switch
            {
                null => "false",
                { Type: JTokenType.Boolean } => "true",
                var option => naming.Camel((string)option!) + " is true",
            },
            Scope = (string?)choice["scope"] ?? "",
            LeftOut = leftOut,
        };
    }

    private static SourceKind ReadSources(JObject choice, JObject fact, bool joins) =>
        (string?)choice["sources"] is { } chosen ? Enum.Parse<SourceKind>(chosen, ignoreCase: true)
        : (string)fact["sources"]! == "none" ? SourceKind.None
        : joins ? SourceKind.Several
        : SourceKind.One;

    private IEnumerable<(string Name, JToken Value)> Own(string layerClass, JObject facts) =>
        facts
            .Properties()
            .Select(option => (option.Name, option.Value))
            .Concat(overlay.AddedTo($"layers/{layerClass}").Select(added => (added.Name, (JToken)new JObject())));

    private static bool IsOfSources(JToken fact) => (string?)fact["declared_by"] == JoiningClass;

    private List<OptionParameter> ReadCommon()
    {
        var facts = ((JObject)layers["common_options"]!).Properties().Select(option => (option.Name, option.Value));
        var added = overlay.AddedTo("common").Select(option => (option.Name, (JToken)new JObject()));
        return
        [
            .. facts
                .Concat(added)
                .Where(option => option.Item1 != "n_out" && !ofEmitter.Contains(option.Item1))
                .OrderBy(option => option.Item1, StringComparer.Ordinal)
                .Select(option =>
                    ReadOption("common", option.Item1, option.Item2, (string?)commonTypes[option.Item1]) with
                    {
                        IsRequired = false,
                    }
                ),
        ];
    }

    private List<OptionParameter> ReadOfSources(List<JProperty> facts) =>
        [
            .. facts
                .SelectMany(fact => ((JObject)fact.Value["options"]!).Properties())
                .Where(option => IsOfSources(option.Value) && !ofEmitter.Contains(option.Name))
                .DistinctBy(option => option.Name)
                .Where(option => layers["common_options"]![option.Name] is null)
                .OrderBy(option => option.Name, StringComparer.Ordinal)
                .Select(option => ReadOption("*", option.Name, option.Value, (string?)commonTypes[option.Name])),
        ];

    private OptionParameter ReadOption(string layerClass, string option, JToken fact, string? type)
    {
        var mend = layerClass == "common" ? overlay.Find("common", option) : overlay.Find("layers", layerClass, option);
        var documented = (string?)fact["type"] ?? "";
        var isRequired = mend?.Unless is null && (mend?.IsRequired ?? (bool?)fact["required"] ?? false);
        var parameterType = type is null
            ? types.Of(option, documented, mend?.Type ?? documented, mend?.Words, fact["default"])
            : ParameterTypes.Named(type);
        return new(
            option,
            naming.Camel(option.TrimEnd('_')),
            parameterType,
            isRequired,
            PythonText.Of(fact["default"])
        );
    }

    private static HashSet<string> Texts(JToken? list) =>
        list is null ? [] : [.. list.Values<string>().Select(text => text!)];
}
