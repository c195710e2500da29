namespace NetDsl.Layers;

/// <summary>What tells at a glance that a node cannot be the result of a pattern, so that most nodes cost a rule nothing.</summary>
internal sealed class Glance
{
    private readonly BlockFamily family;
    private readonly string kind;

    internal Glance(Node result)
    {
        (family, kind, Wanted) = (FamilyOf(result), result.Kind, Behind(result));
    }

    /// <summary>What lies behind the result.</summary>
    internal BlockKinds Wanted { get; }

    /// <summary>Whether a node is of the family of the result.</summary>
    internal bool CouldBe(Node node) => CouldBe(node, FamilyOf(node));

    /// <summary>As <see cref="CouldBe(Node)"/>, of a node whose family is known.</summary>
    internal bool CouldBe(Node node, BlockFamily known) =>
        known == family && (family != BlockFamily.Other || node.Kind == kind);

    /// <summary>The family of a node: sums may be turned, and products.</summary>
    internal static BlockFamily FamilyOf(Node node) =>
        node switch
        {
            BinaryNode { Operator: BinaryOperator.Add or BinaryOperator.Subtract } => BlockFamily.Sum,
            BinaryNode { Operator: BinaryOperator.Multiply or BinaryOperator.Divide } => BlockFamily.Product,
            UnaryNode { Operator: UnaryOperator.Negate } => BlockFamily.Product,
            _ => BlockFamily.Other,
        };

    /// <summary>Whether a node only adds, multiplies or takes powers.</summary>
    internal static bool IsAlgebra(Node node) =>
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

    /// <summary>What a node is that does more.</summary>
    internal static BlockKinds KindOf(Node node) =>
        node switch
        {
            DotNode => BlockKinds.Product,
            ReduceNode => BlockKinds.Statistic,
            CondNode or WhereNode => BlockKinds.Choice,
            LayerNode => BlockKinds.Layer,
            _ => BlockKinds.None,
        };

    // As deep as the pattern.
    private static BlockKinds Behind(Node node)
    {
        if (!IsAlgebra(node))
        {
            return KindOf(node);
        }

        var found = BlockKinds.None;
        foreach (var input in node.Inputs)
        {
            found |= Behind(input.Node);
        }

        return found;
    }
}
