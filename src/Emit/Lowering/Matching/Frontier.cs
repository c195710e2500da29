namespace NetDsl.Emit;

/// <summary>
/// What lies behind the sums, products and powers that a tensor is made of: products of matrices, statistics, choices, layers. A
/// pattern that has one of them where the net has none cannot fit, however its sums are turned, so that most nodes cost a rule
/// nothing. One pass over the net.
/// </summary>
internal sealed class Frontier
{
    private readonly GraphIndex index;
    private readonly Dictionary<Node, Kinds> kinds = new(ReferenceEqualityComparer.Instance);

    internal Frontier(Graph graph, GraphIndex index)
    {
        this.index = index;
        kinds.EnsureCapacity(graph.Nodes.Length);
        foreach (var node in graph.Nodes)
        {
            kinds[node] = Of(node);
        }
    }

    /// <summary>Whether all that is wanted lies behind a node of the net.</summary>
    internal bool Reaches(Node node, Kinds wanted) => (wanted & ~kinds.GetValueOrDefault(node)) == Kinds.None;

    private Kinds Of(Node node)
    {
        if (!IsAlgebra(node))
        {
            return Own(node);
        }

        var found = Kinds.None;
        foreach (var input in node.Inputs)
        {
            // A statistic that is learnt stands where a choice is expected, and a report should say so.
            found |= input.Node is ParameterNode { Parameter: var parameter }
                ? index.UpdatesOf(parameter).Count > 0
                    ? Kinds.Choice
                    : Kinds.None
                : kinds.GetValueOrDefault(input.Node);
        }

        return found;
    }

    /// <summary>What lies behind a node of a pattern; recursion is as deep as the pattern.</summary>
    internal static Kinds Wanted(Node node)
    {
        if (!IsAlgebra(node))
        {
            return Own(node);
        }

        var found = Kinds.None;
        foreach (var input in node.Inputs)
        {
            found |= Wanted(input.Node);
        }

        return found;
    }

    private static bool IsAlgebra(Node node) =>
        node
            is BinaryNode
                or UnaryNode
                {
                    Operator: UnaryOperator.Negate
                        or UnaryOperator.Square
                        or UnaryOperator.Sqrt
                        or UnaryOperator.Rsqrt
                        or UnaryOperator.Reciprocal
                };

    private static Kinds Own(Node node) =>
        node switch
        {
            DotNode => Kinds.Product,
            ReduceNode => Kinds.Statistic,
            CondNode or WhereNode => Kinds.Choice,
            LayerNode => Kinds.Layer,
            _ => Kinds.None,
        };

    /// <summary>What sums, products and powers are made of.</summary>
    [Flags]
    internal enum Kinds
    {
        None = 0,
        Product = 1,
        Statistic = 2,
        Choice = 4,
        Layer = 8,
    }
}
