namespace NetDsl.Layers;

/// <summary>Blocks that fit a pattern, with what its placeholders stand for.</summary>
internal sealed class FusionMatch
{
    /// <summary>The pattern that fits.</summary>
    internal required FusionPattern Pattern { get; init; }

    /// <summary>The tensor that will be replaced.</summary>
    internal required Tensor Result { get; init; }

    /// <summary>What stands in the place of each input of the pattern, by key.</summary>
    internal required NamedValues<Tensor> Inputs { get; init; }

    /// <summary>What stands in the place of each parameter of the pattern, by name.</summary>
    internal required NamedValues<Parameter> Parameters { get; init; }

    /// <summary>What stands in the place of each marked number, by name.</summary>
    internal required NamedValues<double> Numbers { get; init; }

    /// <summary>The reductions found; one may be there several times, where the pattern reads it several times.</summary>
    internal required IReadOnlyList<ReduceNode> Reductions { get; init; }

    /// <summary>All nodes that belong to the match.</summary>
    internal required IReadOnlySet<Node> Nodes { get; init; }

    /// <summary>What the graph around the match is.</summary>
    internal required IFusionContext Context { get; init; }
}
