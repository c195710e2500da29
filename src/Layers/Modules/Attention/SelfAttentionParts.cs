namespace NetDsl.Layers;

/// <summary>The steps of a self-attention from blocks, and the dims that they work on; read from the result backwards.</summary>
internal sealed class SelfAttentionParts
{
    private SelfAttentionParts(FusionMatch match)
    {
        X = match.Inputs["x"];
        Weight = match.Parameters[SelfAttentionFusion.Weight];
        foreach (var node in match.Nodes)
        {
            Place(node);
        }
    }

    internal Tensor X { get; }

    internal Parameter Weight { get; }

    /// <summary>The product of the input with the matrix.</summary>
    internal DotNode Projection { get; private set; } = null!;

    internal LayerNode SplitHeads { get; private set; } = null!;

    internal LayerNode Split { get; private set; } = null!;

    /// <summary>A step that is there twice, and may differ from the first; null if each is there once.</summary>
    internal Node? Repeated { get; private set; }

    /// <summary>What gives keys and values a time dim of their own.</summary>
    internal List<LayerNode> Renamings { get; } = [];

    /// <summary>The products over the features of a key: with keys, and with encodings.</summary>
    internal List<DotNode> Energies { get; } = [];

    internal LayerNode? Encoding { get; private set; }

    /// <summary>The places of queries and of keys, for what is causal.</summary>
    internal List<LayerNode> Places { get; } = [];

    internal CompareNode? Comparison { get; private set; }

    internal SoftmaxNode Softmax { get; private set; } = null!;

    internal LayerNode? Dropout { get; private set; }

    /// <summary>The sum of values by weights.</summary>
    internal DotNode Sum { get; private set; } = null!;

    internal LayerNode Merge { get; private set; } = null!;

    internal Dim KeyTime => Softmax.Over;

    internal static SelfAttentionParts Of(FusionMatch match) => new(match);

    private void Place(Node node)
    {
        switch (node)
        {
            case DotNode dot when ReadsWeight(dot):
                Repeated ??= Projection;
                Projection = dot;
                break;
            case DotNode dot when IsOverKeys(dot):
                Sum = dot;
                break;
            case DotNode dot:
                Energies.Add(dot);
                break;
            case SoftmaxNode softmax:
                Softmax = softmax;
                break;
            case CompareNode comparison:
                Comparison = comparison;
                break;
            case LayerNode layer:
                Place(layer);
                break;
        }
    }

    private void Place(LayerNode layer)
    {
        switch (layer.LayerClass)
        {
            case "split_dims":
                Repeated ??= SplitHeads;
                SplitHeads = layer;
                break;
            case "split":
                Repeated ??= Split;
                Split = layer;
                break;
            case "reinterpret_data":
                Renamings.Add(layer);
                break;
            case "relative_positional_encoding":
                Encoding = layer;
                break;
            case "range_in_axis":
                Places.Add(layer);
                break;
            case "dropout":
                Dropout = layer;
                break;
            case "merge_dims":
                Merge = layer;
                break;
        }
    }

    private bool ReadsWeight(DotNode dot) => dot.Left.Is(Weight) || dot.Right.Is(Weight);

    // The weights come from a softmax, through a dropout if there is one.
    private static bool IsOverKeys(DotNode dot) => IsWeights(dot.Left.Node) || IsWeights(dot.Right.Node);

    private static bool IsWeights(Node node) => node is SoftmaxNode or LayerNode { LayerClass: "dropout" };
}
