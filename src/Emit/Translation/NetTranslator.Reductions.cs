namespace NetDsl.Emit;

/// <content>Operations that make dims go away, and layers given by class name.</content>
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

    private LayerDraft RawLayer(LayerNode node, LayerScope scope)
    {
        var place = Place(node);
        var draft = new LayerDraft(node.LayerClass).Set("from", From(node, scope));
        foreach (var (key, value) in node.Options)
        {
            var option = ((StringValue)key).Value;
            switch (option, value)
            {
                case ("out_dim", DimValue dim):
                    spelling.SetOutDim(draft, dim.Value);
                    break;
                case ("in_dim", DimValue dim) when node.Sources.Length > 0:
                    spelling.SetInDim(draft, dim.Value, node.Sources[0], place);
                    break;
                case ("axis", DimValue dim) when node.Sources.Length > 0:
                    draft.Set(option, spelling.Axis(dim.Value, node.Sources[0], place));
                    break;
                default:
                    draft.Set(option, Resolved(value, scope));
                    break;
            }
        }

        if (node.HasVariables && node.Options["name_scope"] is null)
        {
            draft.Set("name_scope", VariableScope(node, scope));
        }

        return draft;
    }

    private OptionValue From(LayerNode node, LayerScope scope) =>
        node.Sources.Length == 1
            ? Reference(node.Sources[0], scope)
            : OptionValue.List([.. node.Sources.Select(source => (OptionValue)Reference(source, scope))]);

    // Below the module's path, as the variables of modules are (contract 10); absolute inside branches, where scopes nest.
    // The calls of one module share its scope and so its variables; other layers have each their own (contract 10, AUTO_REUSE).
    private string VariableScope(LayerNode node, LayerScope scope)
    {
        var wanted = WantedName(node, root);
        var path = (node.NamedAsModule ? wanted : variableScopes.Take(wanted, suffix: "")).Replace('.', '/');
        var full = node.ScopeSuffix.Length == 0 ? path : $"{path}/{node.ScopeSuffix}";
        return scope.Parent is null ? full : "/" + full;
    }

    /// <summary>Options with layer names in the place of tensors.</summary>
    private OptionValue Resolved(OptionValue value, LayerScope scope)
    {
        switch (value)
        {
            case TensorValue reference:
                return Reference(reference.Value, scope);
            case SequenceValue sequence:
                return sequence with { Items = [.. sequence.Items.Select(item => Resolved(item, scope))] };
            case DictValue dict:
                var result = DictValue.Empty;
                foreach (var (key, inner) in dict)
                {
                    result = result.With(key, Resolved(inner, scope));
                }

                return result;
            default:
                return value;
        }
    }
}
