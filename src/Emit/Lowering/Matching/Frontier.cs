using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>
/// What lies behind the sums, products and powers that a tensor is made of: products of matrices, statistics, choices, layers. A
/// pattern that has one of them where the net has none cannot fit, however its sums are turned. One pass over the net.
/// </summary>
internal sealed class Frontier
{
    private readonly GraphIndex index;
    private readonly BlockKinds[] kinds;
    private readonly BlockFamily[] families;

    internal Frontier(Graph graph, GraphIndex index)
    {
        this.index = index;
        kinds = new BlockKinds[graph.NodeCount];
        families = new BlockFamily[graph.NodeCount];
        foreach (var node in graph.Nodes)
        {
            kinds[node.Slot] = Of(node);
            families[node.Slot] = Glance.FamilyOf(node);
        }
    }

    /// <summary>Whether all that lies behind the result of a pattern lies behind the node, too.</summary>
    internal bool CouldFit(Glance pattern, Node node) =>
        (pattern.Wanted & ~kinds[node.Slot]) == BlockKinds.None && pattern.CouldBe(node, families[node.Slot]);

    private BlockKinds Of(Node node)
    {
        if (!Glance.IsAlgebra(node))
        {
            return Glance.KindOf(node);
        }

        var found = BlockKinds.None;
        foreach (var input in node.Inputs)
        {
            // A statistic that is learnt stands where a choice is expected, and a report should say so.
            found |= input.Node is ParameterNode { Parameter: var parameter }
                ? index.UpdatesOf(parameter).Count > 0
                    ? BlockKinds.Choice
                    : BlockKinds.None
                : input.Node.Slot < 0
                    ? BlockKinds.None
                    : kinds[input.Node.Slot];
        }

        return found;
    }
}
