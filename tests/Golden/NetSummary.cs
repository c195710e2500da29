using NetDsl.Tests.Golden.Python;

namespace NetDsl.Tests.Golden;

/// <summary>
/// What a config's net says, without how it says it: layers by path (nested ones as RETURNN's golden files name them,
/// <c>c/true_layer/name</c>), options without their order, dims by name and size instead of by variable.
/// </summary>
internal sealed class NetSummary
{
    private readonly PythonConfig config;
    private readonly List<LayerSummary> layers = [];

    private NetSummary(PythonConfig config) => this.config = config;

    /// <summary>In the order written; a layer comes before the layers inside it.</summary>
    public IReadOnlyList<LayerSummary> Layers => layers;

    public LayerSummary this[string path] => layers.Single(layer => layer.Path == path);

    /// <summary>The net of a Python config.</summary>
    public static NetSummary OfPython(string text) => Of(PythonConfig.Parse(text));

    /// <summary>The net of a JSON config.</summary>
    public static NetSummary OfJson(string text) => Of(JsonNet.Parse(text));

    public static NetSummary Of(PythonConfig config)
    {
        var summary = new NetSummary(config);
        summary.AddNet("", (PyDict)config["network"]!);
        return summary;
    }

    /// <summary>How many layers there are of each class.</summary>
    public IReadOnlyDictionary<string, int> CountByClass() =>
        layers.GroupBy(layer => layer.Class).ToDictionary(group => group.Key, group => group.Count());

    /// <summary>One line for each layer, sorted by path: equal texts mean the same net.</summary>
    public override string ToString() => string.Join('\n', layers.OrderBy(layer => layer.Path, StringComparer.Ordinal));

    private void AddNet(string scope, PyDict net)
    {
        foreach (var (key, value) in net)
        {
            AddLayer(scope + (string)key!, (PyDict)value!);
        }
    }

    private void AddLayer(string path, PyDict layer)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        layers.Add(new(path, (string)layer["class"]!, options));
        foreach (var (key, value) in layer)
        {
            var option = (string)key!;
            if (value is PyDict inner && IsNet(inner))
            {
                AddNet(path + "/", inner);
            }
            else if (value is PyDict branch && option is "true_layer" or "false_layer")
            {
                AddLayer($"{path}/{option}", (PyDict)value);
            }
            else if (option != "class")
            {
                options.Add(option, PythonText.Of(value, config));
            }
        }
    }

    private static bool IsNet(PyDict dict) =>
        dict.Count > 0 && dict.All(item => item.Value is PyDict inner && inner.Has("class"));
}
