namespace NetDsl.Emit;

/// <content>Operations that make dims go away.</content>
internal sealed partial class NetTranslator
{
    // use_time_mask is written always: RETURNN's default depends on the dims (contract 0.3 has both forms).
    private LayerDraft Reduce(ReduceNode node, LayerScope scope)
    {
        var place = Place(node);
        var axes = node.Axes.Select(axis => spelling.Axis(axis, node.Operand, place)).ToArray();
        return Sourced("reduce", scope, node.Operand)
            .Set("mode", node.ModeName)
            .Set("axes", OptionValue.List(axes))
            .Set("use_time_mask", node.IsMasking);
    }

    private LayerDraft Dot(DotNode node, LayerScope scope)
    {
        var draft = Sourced("dot", scope, node.Left, node.Right);
        spelling.SetDotAxes(draft, node.Left, node.Right, node.Reduce, Place(node));
        return draft;
    }

    private LayerDraft Softmax(SoftmaxNode node, LayerScope scope)
    {
        var draft = Sourced("softmax_over_spatial", scope, node.Logits)
            .Set("axis", spelling.Axis(node.Over, node.Logits, Place(node)))
            .Set("use_time_mask", node.Over.IsDynamic);
        return node.Logarithm ? draft.Set("log_space", true) : draft;
    }

    private LayerDraft CrossEntropy(CrossEntropyNode node, LayerScope scope)
    {
        var place = Place(node);
        var classes = node.Classes!;
        if (node.Target.Sparse is not null)
        {
            return new LayerDraft("sparse_softmax_cross_entropy_with_logits")
                .Set("logits", Reference(node.Logits, scope))
                .Set("targets", Reference(node.Target, scope))
                .Set("axis", spelling.Axis(classes, node.Logits, place));
        }

        // Dense targets: minus the sum of target * log(softmax(logits)) over the classes.
        var axis = spelling.Axis(classes, node.Logits, place);
        var logarithm = Sourced("softmax_over_spatial", scope, node.Logits)
            .Set("axis", axis)
            .Set("use_time_mask", false)
            .Set("log_space", true);
        var name = AddHelper(scope, $"{place.Layer}.log_softmax", logarithm);
        var product = new LayerDraft("eval")
            .Set("from", OptionValue.List(Reference(node.Target, scope), name))
            .Set("eval", "-source(0) * source(1)");
        var sum = AddHelper(scope, $"{place.Layer}.frames", product);
        return new LayerDraft("reduce")
            .Set("from", sum)
            .Set("mode", "sum")
            .Set("axes", OptionValue.List(axis))
            .Set("use_time_mask", false);
    }
}
