using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>What rules on layers see of a graph.</summary>
internal sealed class LayerContext(LoweredGraph lowered, GraphIndex index) : ILayerContext
{
    private readonly ILookup<(Node, int), LossRoot> losses = lowered.Graph.Losses.ToLookup(loss =>
        (loss.Value.Node, loss.Value.Index)
    );

    private ILookup<string, LayerNode>? layers;

    public LayerNode? LayerOf(Tensor tensor) => lowered.Resolve(tensor).Node as LayerNode;

    public ReadOnlySpan<Node> ReadersOf(Tensor tensor) => index.ReadersOf(tensor);

    public IEnumerable<LayerNode> LayersOf(string layerClass) =>
        (layers ??= lowered.Graph.Nodes.OfType<LayerNode>().ToLookup(layer => layer.LayerClass))[layerClass];

    public bool IsResult(Tensor tensor) => index.RootOf(tensor) is not null;

    public Refusal? MustStay(Tensor tensor)
    {
        var node = tensor.Node;
        if (index.RootOf(tensor) is { } root)
        {
            return new($"its {node.Kind} is {root.Words}", root.Location);
        }

        return index.ReadersOf(tensor) is [_, var other, ..]
            ? new($"its {node.Kind} is also read by {other.Kind}", other.Location)
            : null;
    }

    public LossRoot? OnlyLossOf(Tensor tensor)
    {
        var found = losses[(tensor.Node, tensor.Index)].Take(2).ToList();
        return found.Count == 1 && !lowered.Graph.Outputs.Any(output => output.Value.Is(tensor)) ? found[0] : null;
    }
}
