using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>
/// A graph with what the rules have put in place of parts of it. The graph itself is not changed: later stages ask here
/// what stands for a tensor, and which updates are taken care of.
/// </summary>
internal sealed class LoweredGraph(Graph graph)
{
    private readonly ResultTable<Tensor> replacements = new(graph.NodeCount);
    private readonly IReadOnlyList<Node>?[] chains = new IReadOnlyList<Node>?[graph.NodeCount];
    private readonly Dictionary<LossRoot, LayerLoss> layerLosses = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<AssignNode> absorbed = new(ReferenceEqualityComparer.Instance);
    private BlockHomes? homes;

    internal Graph Graph { get; } = graph;

    /// <summary>How many nodes there are, those of the rules among them: the numbers of all of them are below it.</summary>
    internal int NodeCount { get; private set; } = graph.NodeCount;

    /// <summary>What stands for a tensor now.</summary>
    internal Tensor Resolve(Tensor tensor)
    {
        while (replacements[tensor] is { } replacement)
        {
            tensor = replacement;
        }

        return tensor;
    }

    /// <summary>The nodes that stand in the place of a replaced one, in order; null if it was not replaced.</summary>
    internal IReadOnlyList<Node>? ChainAt(Node node) =>
        (uint)node.Slot < (uint)chains.Length ? chains[node.Slot] : null;

    /// <summary>What stands in the place of a node: itself, or the nodes that replace it.</summary>
    internal IReadOnlyList<Node> PartsOf(Node node) => ChainAt(node) ?? [node];

    /// <summary>The block in which a node is computed: the one it was recorded in, or one around if it was moved out of loops.</summary>
    internal Block HomeOf(Node node) => homes?.Of(node) ?? node.Block!;

    /// <summary>Settles where everything is computed, as it stands now.</summary>
    internal void MoveOut(BlockHomes found) => homes = found;

    /// <summary>Computes a node where the one was that it stands for.</summary>
    internal void KeepHome(Node node, Node old) => homes?.Move(node, HomeOf(old));

    /// <summary>Whether a fused layer does this update itself.</summary>
    internal bool IsAbsorbed(AssignNode update) => absorbed.Contains(update);

    /// <summary>The loss that a layer computes itself; null for a loss that is a tensor as it is.</summary>
    internal LayerLoss? LossOf(LossRoot loss) => layerLosses.GetValueOrDefault(loss);

    /// <summary>Puts new nodes in the place of one that nobody needs any more.</summary>
    internal void Insert(Node old, IReadOnlyList<Node> chain)
    {
        foreach (var node in chain)
        {
            Enter(node);
        }

        chains[old.Slot] = chain;
    }

    /// <summary>Puts another layer in the place of the one that stands for a node by now.</summary>
    internal void Exchange(Node old, LayerNode layer)
    {
        var before = chains[old.Slot]!;
        Enter(layer);
        replacements.Add(before[^1].Output, layer.Output);
        layer.TakeNameOf(before[^1]);
        chains[old.Slot] = [.. before.Take(before.Count - 1), layer];
    }

    /// <summary>Lets a layer compute a loss itself, in the place of the tensor that was declared as loss.</summary>
    internal void ComputeLoss(LossRoot loss, LayerNode layer, LayerLoss how)
    {
        replacements.Add(loss.Value, layer.Output);
        layerLosses.Add(loss, how);
    }

    /// <summary>Puts a chain of new nodes in the place of a tensor's node.</summary>
    /// <param name="old">The result that is replaced.</param>
    /// <param name="chain">The new nodes; the last one's result takes the old one's place.</param>
    /// <param name="updates">Updates that the new nodes do themselves.</param>
    internal void Replace(Tensor old, IReadOnlyList<Node> chain, IEnumerable<AssignNode> updates)
    {
        replacements.Add(old, chain[^1].Output);
        chain[^1].TakeNameOf(old.Node);
        Insert(old.Node, chain);
        absorbed.UnionWith(updates);
    }

    private void Enter(Node node)
    {
        if (node.Slot < 0)
        {
            node.Enter(NodeCount++);
        }
    }
}
