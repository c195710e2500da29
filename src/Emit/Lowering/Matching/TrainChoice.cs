namespace NetDsl.Emit;

/// <summary>A tensor seen as a choice between two, made by one truth value; negated conditions are turned round.</summary>
internal readonly record struct TrainChoice(bool IsTrainFlag, Tensor InTraining, Tensor Otherwise)
{
    /// <summary>The choice that a tensor is, or null. A Where with a scalar condition chooses the same values.</summary>
    internal static TrainChoice? Of(Tensor tensor) =>
        tensor.Node switch
        {
            CondNode cond => Make(cond.Condition, cond.ThenResults[tensor.Index], cond.OtherwiseResults[tensor.Index]),
            WhereNode { Condition.Dims.Count: 0 } where => Make(where.Condition, where.WhenTrue, where.WhenFalse),
            _ => null,
        };

    /// <summary>Whether a branch runs in training steps only: its one condition is the train flag.</summary>
    internal static bool IsTrainingOnly(Block block)
    {
        for (var outer = block; outer.Condition is { } condition; outer = outer.Parent!)
        {
            var (node, isNegated) = Plain(condition);
            if (node is not TrainFlagNode || isNegated == outer.ConditionValue)
            {
                return false;
            }
        }

        return block.Parent is not null;
    }

    private static TrainChoice Make(Tensor condition, Tensor whenTrue, Tensor whenFalse)
    {
        var (node, isNegated) = Plain(condition);
        return isNegated
            ? new(node is TrainFlagNode, whenFalse, whenTrue)
            : new(node is TrainFlagNode, whenTrue, whenFalse);
    }

    private static (Node Node, bool IsNegated) Plain(Tensor condition)
    {
        var (node, isNegated) = (condition.Node, false);
        while (node is UnaryNode { Operator: UnaryOperator.Not } not)
        {
            (node, isNegated) = (not.Operand.Node, !isNegated);
        }

        return (node, isNegated);
    }
}
