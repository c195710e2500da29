namespace NetDsl.Emit;

/// <content>Layers of things that are not computed: parameters, constants, the train flag. Made when first needed, in the root.</content>
internal sealed partial class NetTranslator
{
    private readonly Dictionary<InputNode, LayerReference> inputs = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Parameter, LayerReference> variables = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Parameter, LayerReference> orderedReads = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(LayerScope, OptionValue, DataType, Shape, Dim?), LayerReference> constants = [];
    private readonly UniqueNames variableScopes;
    private LayerReference? trainFlag;

    /// <summary>Where an input is read: itself, or a layer that gives it the lengths of another one.</summary>
    private LayerReference Input(InputNode input)
    {
        if (!inputs.TryGetValue(input, out var reference))
        {
            var name = $"data:{input.Key}";
            if (spelling.LengthsOf(input) is { } other)
            {
                var draft = new LayerDraft("reinterpret_data").Set("from", name).Set("size_base", $"data:{other.Key}");
                name = AddHelper(root, $"{input.Key}.same_lengths", draft);
            }

            reference = new(root, name);
            inputs.Add(input, reference);
        }

        return reference;
    }

    /// <summary>Where a parameter is read: its variable, or an ordered read of it if updates could come first.</summary>
    private LayerReference Variable(Parameter parameter) =>
        reads.NeedsOrderedRead(parameter) ? OrderedRead(parameter) : PlainVariable(parameter);

    private LayerReference PlainVariable(Parameter parameter)
    {
        if (variables.TryGetValue(parameter, out var reference))
        {
            return reference;
        }

        var full = lowered.Graph.NameOf(parameter);
        var slash = full.LastIndexOf('/');
        var name = root.Unique(full.Replace('/', '.'));
        var draft = new LayerDraft("variable")
            .Set("shape", spelling.StaticShape(parameter.Dims, new(name, parameter.Node.Location)))
            .Set("param_name", full[(slash + 1)..])
            .Set("name_scope", slash < 0 ? "" : full[..slash])
            .Set("init", parameter.Initial.Value);
        if (parameter.Type != DataType.Float32)
        {
            draft.Set("dtype", TypeNames.Of(parameter.Type));
        }

        if (parameter.IsAuxiliary)
        {
            draft.Set("trainable", false);
        }

        root.Add(name, lowered.Graph.OptionsOf(parameter).AddTo(draft.ToDict()));
        reference = new(root, name);
        variables.Add(parameter, reference);
        return reference;
    }

    private LayerReference OrderedRead(Parameter parameter)
    {
        if (!orderedReads.TryGetValue(parameter, out var reference))
        {
            var variable = PlainVariable(parameter).Name;
            var draft = new LayerDraft("variable_read").Set("var", variable);
            spelling.SetOutShape(draft, parameter.Signature);
            reference = new(root, AddHelper(root, $"{variable}.read", draft));
            orderedReads.Add(parameter, reference);
        }

        return reference;
    }

    private LayerReference ConstantLayer(Tensor tensor, DataType type, Shape shape, LayerScope scope)
    {
        var node = (ConstantNode)tensor.Node;
        scope = scope.OutOfLoops;
        var key = (scope, node.Value, type, shape, tensor.Sparse);
        if (!constants.TryGetValue(key, out var reference))
        {
            var draft = ConstantDraft(node, type, shape);
            if (tensor.Sparse is { } sparse)
            {
                draft.Set("sparse_dim", sparse);
            }

            SetMakers(draft, shape, scope);
            reference = new(scope, AddHelper(scope, ConstantName(node, shape), draft));
            constants.Add(key, reference);
        }

        return reference;
    }

    // RETURNN fills a constant when it builds it, and has to know by then how long each dim is that another layer makes.
    private void SetMakers(LayerDraft draft, Shape shape, LayerScope scope)
    {
        List<OptionValue>? makers = null;
        foreach (var dim in shape)
        {
            if (!IsKnownBefore(dim) && MakerOf(dim, scope) is { } maker)
            {
                (makers ??= []).Add(maker.From(scope));
            }
        }

        if (makers is not null)
        {
            draft.Set("shape_deps", OptionValue.List([.. makers]));
        }
    }

    private bool IsKnownBefore(Dim dim) =>
        dim == Dim.Batch
        || !dim.IsDynamic
        || (
            dim.Expression is { } formula
                ? (formula.Left.Dim is not { } left || IsKnownBefore(left))
                    && (formula.Right.Dim is not { } right || IsKnownBefore(right))
                : lowered.Graph.Inputs.Any(input => input.Output.Dims.Contains(dim))
        );

    private LayerReference? MakerOf(Dim dim, LayerScope scope)
    {
        foreach (var node in lowered.Graph.Nodes)
        {
            foreach (var result in node.Outputs)
            {
                if (
                    result.Dims.Contains(dim)
                    && references[lowered.Resolve(result)] is { } reference
                    && reference.Home.Encloses(scope)
                )
                {
                    return reference;
                }
            }
        }

        return null;
    }

    private LayerDraft ConstantDraft(ConstantNode node, DataType type, Shape shape)
    {
        var place = new LayerPlace("constant", node.Location);
        var draft = new LayerDraft("constant").Set("value", Typed(node, type, place));
        if (shape.Count > 0)
        {
            draft.Set("shape", spelling.StaticShape(shape, place));
        }

        return draft.Set("dtype", TypeNames.Of(type));
    }

    private static string ConstantName(ConstantNode node, Shape shape) =>
        (shape.Count, node.Number) switch
        {
            (> 0, 0) => "zeros",
            (> 0, 1) => "ones",
            _ => "constant",
        };

    private LayerReference TrainFlag() => trainFlag ??= new(root, AddHelper(root, "train_flag", new("train_flag")));
}
