using System.Collections.Immutable;

namespace NetDsl;

/// <summary>Finds updates whose conditions exclude each other.</summary>
internal static class UpdateChecks
{
    internal static void Check(ImmutableArray<Node> nodes, FindingList findings)
    {
        List<(AssignNode Update, Tensor Condition)> excluded = [];
        HashSet<Parameter> updated = [];
        foreach (var update in nodes.OfType<AssignNode>())
        {
            if (ExcludedBy(update.Block!) is { } condition)
            {
                excluded.Add((update, condition));
            }
            else
            {
                updated.Add(update.Parameter);
            }
        }

        foreach (var (update, condition) in excluded)
        {
            // A module that is called in both branches of a choice on the train flag learns in one of them.
            if (!updated.Contains(update.Parameter))
            {
                findings.AddAt(update.Id, UpdateDiagnostics.NeverRuns(update, condition));
            }
        }
    }

    // The conditions around one update are as many as its nesting is deep.
    private static Tensor? ExcludedBy(Block block)
    {
        var seen = new List<(Node Node, bool Value)>();
        for (var outer = block; outer.Condition is { } condition; outer = outer.Parent!)
        {
            var (node, value) = Plain(condition.Node, outer.ConditionValue);
            if (node is ConstantNode { Value: BoolValue constant } && constant.Value != value)
            {
                return condition;
            }

            foreach (var (other, otherValue) in seen)
            {
                if (Same(node, other) && value != otherValue)
                {
                    return condition;
                }
            }

            seen.Add((node, value));
        }

        return null;
    }

    private static (Node Node, bool Value) Plain(Node node, bool value)
    {
        while (node is UnaryNode { Operator: UnaryOperator.Not } not)
        {
            (node, value) = (not.Operand.Node, !value);
        }

        return (node, value);
    }

    // Each TrainFlag() makes a leaf of its own; they all mean the same.
    private static bool Same(Node first, Node second) =>
        ReferenceEquals(first, second) || (first is TrainFlagNode && second is TrainFlagNode);
}
