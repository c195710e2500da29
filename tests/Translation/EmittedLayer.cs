using NetDsl.Tests.Golden.Python;

namespace NetDsl.Tests.Translation;

/// <summary>A layer of an emitted config, where it stands.</summary>
internal sealed class EmittedLayer(string name, EmittedScope home, PyDict options)
{
    public string Name { get; } = name;

    public EmittedScope Home { get; } = home;

    public PyDict Options { get; } = options;

    public string Class { get; } = (string)options["class"]!;

    /// <summary>The two branches of a cond; empty for all others.</summary>
    public IReadOnlyList<EmittedScope> Branches { get; set; } = [];

    public string Path => Home.Owner is null ? Name : $"{Home.Owner.Path}/{Home.Branch}/{Name}";

    public bool IsRoot =>
        Name == "output"
        || Options.Has("loss")
        || (Options.Has("is_output_layer") && Options["is_output_layer"] is true);

    public bool RunsUpdates =>
        Class == "eval"
        && ((string)Options["eval"]!).Contains("register_post_control_dependencies", StringComparison.Ordinal);

    public string? Text(string option) => Options.Has(option) ? Options[option] as string : null;

    /// <summary>Whatever names a layer, with the option it stands in.</summary>
    public IEnumerable<(string Option, string Name)> References()
    {
        foreach (var (key, value) in Options)
        {
            var option = (string)key!;
            var names = option switch
            {
                "from" or "control_dependencies" or "condition" or "var" or "logits" or "targets" => Names(value),
                "true_from" or "false_from" => Names(value),
                "value" when Class == "variable_assign" => Names(value),
                "reuse_params" => ((PyDict)((PyDict)value!)["map"]!).Select(item =>
                    (string)((PyDict)item.Value!)["layer_output"]!
                ),
                _ => [],
            };
            foreach (var name in names)
            {
                yield return (option, name);
            }
        }
    }

    private static IEnumerable<string> Names(object? value) =>
        value switch
        {
            string name => [name],
            List<object?> list => list.Cast<string>(),
            _ => [],
        };
}
