using NetDsl.Emit;

namespace NetDsl.Reference;

/// <summary>One form of a net: its config, and what is inferred of it.</summary>
internal sealed class Form
{
    private readonly Config config;
    private readonly InferredNet net;
    private readonly Dictionary<string, string> losses;

    internal Form(Config config)
    {
        this.config = config;
        net = NetInference.Run(NetStructure.Read(config), NetSource.Of(config), config);
        var built = net.Structure.Root.Layers.Where(layer => layer.IsBuilt).ToList();
        Outputs = built.Where(IsOutput).Select(layer => layer.Path).ToHashSet(StringComparer.Ordinal);
        losses = built
            .Where(layer => layer.Options["loss"] is StringValue)
            .ToDictionary(
                layer => layer.Path,
                layer => ((StringValue)layer.Options["loss"]!).Value,
                StringComparer.Ordinal
            );
        Trained = [.. net.Variables().Where(variable => variable.IsTrainable).Select(variable => variable.Name)];
    }

    /// <summary>The layers that users see: those that are declared, and those whose frames are losses.</summary>
    internal IReadOnlySet<string> Outputs { get; }

    /// <summary>The variables that training changes.</summary>
    internal IReadOnlyList<string> Trained { get; }

    /// <summary>Whether there is something to search.</summary>
    internal bool Searches => Hypotheses.CountOf(net) is not null;

    /// <summary>The name of the loss that a layer has; null if it has none.</summary>
    internal string? LossOf(string path) => losses.GetValueOrDefault(path);

    /// <summary>Random numbers; those that another form has, too, are the same.</summary>
    internal Feed Feed(int seed, int sequences, Feed? other = null) =>
        RandomFeed.Of(net, config, seed, sequences, other);

    internal Evaluation Run(Feed feed, StepMode mode) => NetRun.Run(net, feed, mode);

    private static bool IsOutput(NetLayer layer) =>
        layer.Name == "output"
        || layer.Options.IsOn("is_output_layer")
        || layer.Options["loss"] is StringValue { Value: "as_is" };
}
