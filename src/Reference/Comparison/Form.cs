using NetDsl.Emit;

namespace NetDsl.Reference;

/// <summary>One form of a net: its config, and what is inferred of it.</summary>
internal sealed class Form
{
    private readonly Config config;
    private readonly InferredNet net;

    internal Form(Config config)
    {
        this.config = config;
        net = NetInference.Run(NetStructure.Read(config), NetSource.Of(config), config);
        Results =
        [
            .. net.Structure.Root.Layers.Where(layer => layer.IsBuilt && IsResult(layer)).Select(layer => layer.Path),
        ];
        Trained = [.. net.Variables().Where(variable => variable.IsTrainable).Select(variable => variable.Name)];
    }

    /// <summary>The layers that users see: outputs and losses.</summary>
    internal IReadOnlyList<string> Results { get; }

    /// <summary>The variables that training changes.</summary>
    internal IReadOnlyList<string> Trained { get; }

    /// <summary>Random numbers; those that another form has, too, are the same.</summary>
    internal Feed Feed(int seed, int sequences, Feed? other = null) =>
        RandomFeed.Of(net, config, seed, sequences, other);

    internal Evaluation Run(Feed feed, StepMode mode) => NetRun.Run(net, feed, mode);

    private static bool IsResult(NetLayer layer) =>
        layer.Name == "output" || layer.Options.IsOn("loss") || layer.Options.IsOn("is_output_layer");
}
