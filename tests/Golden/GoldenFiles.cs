using NetDsl.Tests.Repository;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace NetDsl.Tests.Golden;

/// <summary>Reads the golden files where they lie in the repository.</summary>
internal static class GoldenFiles
{
    public static IReadOnlyList<string> CaseNames { get; } = NamesIn("cases");

    public static IReadOnlyList<string> JsonCaseNames { get; } = NamesIn("cases_json");

    public static IReadOnlyList<string> EquivalenceNames { get; } = NamesIn("equivalences");

    /// <summary>A case whose config is Python.</summary>
    public static GoldenCase Case(string name) => ReadCase(Parse("cases", name));

    /// <summary>A case whose config is JSON.</summary>
    public static GoldenCase JsonCase(string name) => ReadCase(Parse("cases_json", name));

    public static GoldenEquivalence Equivalence(string name)
    {
        var json = Parse("equivalences", name);
        return new(
            Required<string>(json, "name"),
            Required<string>(json, "note"),
            Required<string>(json, "fused_config"),
            Required<string>(json, "blocks_config"),
            ReadParameters(Required<JObject>(json, "parameters")),
            Required<double>(json, "max_diff_output"),
            Required<double>(json, "max_diff_params_after_step")
        );
    }

    /// <summary>Random nets, built or refused by RETURNN.</summary>
    public static IReadOnlyList<GoldenNet> RandomNets { get; } =
    [.. File.ReadLines(PathOf("random_nets.jsonl")).Select((line, index) => ReadNet(ParseJson(line), index + 1))];

    /// <summary>A whole training config that RETURNN ran, as text.</summary>
    public static string TrainingConfig() => File.ReadAllText(PathOf("train_12ax.py"));

    /// <summary>Parses JSON as it stands: no dates made of strings, no limit of depth, no second key unseen.</summary>
    public static JObject ParseJson(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Double,
            MaxDepth = null,
        };
        var settings = new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error };
        return JObject.Load(reader, settings);
    }

    private static GoldenCase ReadCase(JObject json) =>
        new()
        {
            Name = Required<string>(json, "name"),
            About = json.Value<string>("about") ?? "",
            Config = ConfigText(Required<JToken>(json, "config")),
            Layers = ReadLayers(Required<JObject>(json, "layers")),
            Parameters = ReadParameters(Required<JObject>(json, "params")),
            NumParams = Required<int>(json, "num_params"),
            Ops = Required<int>(json, "ops"),
            FusedBatchNormOps = ByName(Required<JObject>(json, "fused_bn_ops"), count => count.Value<int>()),
            EvalLossBefore = json.Value<double?>("eval_loss_before"),
            TrainLosses = [.. (json["train_losses"] ?? new JArray()).Values<double>()],
            Values = json.Value<JObject>("values") ?? [],
        };

    private static GoldenNet ReadNet(JObject json, int number) =>
        new(
            number,
            Required<string>(json, "config"),
            Required<string>(json, "status"),
            json.Value<string>("error") ?? "",
            ReadLayers(json.Value<JObject>("layers") ?? []),
            ByName(json.Value<JObject>("params") ?? [], Numbers),
            ByName(json.Value<JObject>("input_lengths") ?? [], Numbers),
            ByName(
                json.Value<JObject>("lengths") ?? [],
                IReadOnlyDictionary<string, IReadOnlyList<int>> (lengths) => ByName((JObject)lengths, Numbers)
            )
        );

    private static IReadOnlyList<int> Numbers(JToken numbers) => [.. numbers.Values<int>()];

    private static string ConfigText(JToken config) =>
        config.Type == JTokenType.String ? config.Value<string>()! : config.ToString(Formatting.None);

    private static Dictionary<string, GoldenLayer> ReadLayers(JObject layers) =>
        ByName(
            layers,
            layer => new GoldenLayer(
                layer.Value<string?>("class"),
                [.. Required<JArray>(layer, "dims").Select(ReadDim)],
                Required<string>(layer, "dtype"),
                layer.Value<int?>("sparse_dim")
            )
        );

    private static GoldenDim ReadDim(JToken dim) =>
        new(Required<string>(dim, 0), Required<string>(dim, 1), dim.Value<int?>(2));

    private static Dictionary<string, GoldenParameter> ReadParameters(JObject parameters) =>
        ByName(
            parameters,
            parameter => new GoldenParameter(
                [.. Required<JArray>(parameter, "shape").Values<int>()],
                Required<bool>(parameter, "trainable")
            )
        );

    private static Dictionary<string, T> ByName<T>(JObject json, Func<JToken, T> read) =>
        json.Properties().ToDictionary(item => item.Name, item => read(item.Value), StringComparer.Ordinal);

    private static T Required<T>(JToken json, object key) =>
        json[key] is null
            ? throw new InvalidDataException($"No {key} in {json.Path}.")
            : json.Value<T>(key) ?? throw new InvalidDataException($"{key} is null in {json.Path}.");

    private static JObject Parse(string folder, string name) =>
        ParseJson(File.ReadAllText(PathOf(folder, name + ".json")));

    private static string[] NamesIn(string folder) =>
        [
            .. Directory
                .EnumerateFiles(PathOf(folder), "*.json")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal),
        ];

    private static string PathOf(params string[] parts) => RepositoryFiles.FullPath(["tests", "Golden", .. parts]);
}
