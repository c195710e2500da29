using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>A pattern, and what tells at a glance that a node cannot be its result, so that most nodes cost a rule nothing.</summary>
internal sealed class Candidate(FusionPattern pattern)
{
    private readonly Family? family = FamilyOf(pattern.Result.Node);
    private readonly string kind = pattern.Result.Node.Kind;
    private readonly Frontier.Kinds wanted = Frontier.Wanted(pattern.Result.Node);

    internal FusionPattern Pattern => pattern;

    /// <summary>Whether a node is of the family of the result.</summary>
    internal bool CouldBe(Node node) => family is { } own ? own == FamilyOf(node) : node.Kind == kind;

    /// <summary>Whether all that lies behind the result lies behind the node, too.</summary>
    internal bool CouldFit(Node node, Frontier frontier) => CouldBe(node) && frontier.Reaches(node, wanted);

    private static Family? FamilyOf(Node node) =>
        node switch
        {
            BinaryNode { Operator: BinaryOperator.Add or BinaryOperator.Subtract } => Family.Sum,
            BinaryNode { Operator: BinaryOperator.Multiply or BinaryOperator.Divide } => Family.Product,
            UnaryNode { Operator: UnaryOperator.Negate } => Family.Product,
            _ => null,
        };

    private enum Family
    {
        Sum,
        Product,
    }
}
