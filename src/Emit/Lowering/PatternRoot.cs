namespace NetDsl.Emit;

/// <summary>Tells at a glance that a tensor cannot be what a pattern yields, so that most nodes cost a rule nothing.</summary>
internal static class PatternRoot
{
    internal static bool CouldBe(Tensor wanted, Tensor found) =>
        FamilyOf(wanted.Node) is { } family ? family == FamilyOf(found.Node) : wanted.Node.Kind == found.Node.Kind;

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
