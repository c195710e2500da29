using System.Globalization;

namespace NetDsl.Emit;

/// <content>
/// Conds and updates. A branch is a sub-net: its first result is <c>output</c>, further ones are output layers of the same names in
/// both branches (contract 5). Updates in a branch hang on one layer of it by control dependencies, and that layer is run from
/// outside (contract 0.4, 4.4).
/// </content>
internal sealed partial class NetTranslator
{
    // 130 layers in one branch were built, and 150 layers outside of branches (contract 0.1).
    private const int LongestBranch = 140;

    private readonly Dictionary<Parameter, List<AssignNode>> updates = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Node, LayerReference> effects = new(ReferenceEqualityComparer.Instance);
    private readonly List<LayerReference> rootEffects = [];

    private void AddCond(CondNode cond, LayerScope scope)
    {
        var results = Enumerable
            .Range(0, cond.Outputs.Length)
            .Where(index => live.IsRead(cond.Outputs[index]))
            .ToList();
        var hasEffects = live.HasEffects(cond.Then) || live.HasEffects(cond.Otherwise);
        var name = NameOf(cond, scope);
        var exports = Exports(results.Count, hasEffects);
        var path = lowered.Graph.Modules.PathOf(cond.Module);
        var variables = loopVariables.ScopeOf(cond.Then);
        var variableScope = variables is null ? null : InScope(variables, cond, scope);
        var draft = new LayerDraft("cond")
            .Set("from", OptionValue.List())
            .Set("condition", Reference(cond.Condition, scope));
        var types = results.ConvertAll(index => cond.Outputs[index].Type);
        draft.Set(
            "true_layer",
            Branch(
                cond.Then,
                types,
                [.. results.Select(i => cond.ThenResults[i])],
                exports,
                variableScope,
                new(scope, path, variables)
            )
        );
        draft.Set(
            "false_layer",
            Branch(
                cond.Otherwise,
                types,
                [.. results.Select(i => cond.OtherwiseResults[i])],
                exports,
                variableScope,
                new(scope, path, variables)
            )
        );
        if (results.Count > 0)
        {
            spelling.SetOutShape(draft, cond.Outputs[results[0]].Signature);
        }

        scope.Add(name, draft.ToDict());
        for (var place = 0; place < results.Count; place++)
        {
            var layer = place == 0 ? name : $"{name}/{exports[place]}";
            references.Add(cond.Outputs[results[place]], new(scope, layer));
        }

        if (hasEffects)
        {
            AddEffect(cond, new(scope, results.Count == 0 ? name : $"{name}/{exports[^1]}"));
        }
    }

    private static List<string> Exports(int results, bool hasEffects)
    {
        var names = new List<string> { "output" };
        for (var number = 2; number <= results; number++)
        {
            names.Add($"result_{number.ToString(CultureInfo.InvariantCulture)}");
        }

        if (hasEffects && results > 0)
        {
            names.Add("updates");
        }

        return names;
    }

    private DictValue Branch(
        Block block,
        List<DataType> types,
        IReadOnlyList<Tensor> results,
        List<string> exports,
        string? variableScope,
        LayerScope scope
    )
    {
        foreach (var export in exports)
        {
            scope.TryReserve(export);
        }

        Reserve(block, scope);
        for (var place = 0; place < results.Count; place++)
        {
            TakeName(block, results[place], exports[place]);
        }

        TranslateBlock(block, scope);
        for (var place = 0; place < results.Count; place++)
        {
            Export(results[place], types[place], exports[place], scope);
        }

        if (exports.Count > results.Count)
        {
            ExportEffects(block, exports[^1], scope);
        }

        if (ConstructionOrder.LongestChain(scope.Layers) is var length and > LongestBranch)
        {
            diagnostics.Add(TranslationDiagnostics.LongBranch(length, Place(block.Owner!)));
        }

        var layers = scope.Layers.Select(layer => MarkedAsExport(layer, exports));
        var branch = OptionValue.Dict(
            ("class", "subnetwork"),
            ("from", OptionValue.List()),
            ("subnetwork", DictValue.Of(layers))
        );
        // The same for both branches: a cond knows only the variables below it, by what follows it (basic.py, CondLayer).
        return variableScope is null ? branch : branch.With("name_scope", variableScope);
    }

    // The layer of a result is the export itself, where it stands in this branch and has no other name.
    private void TakeName(Block block, Tensor result, string export)
    {
        var node = lowered.Resolve(result).Node;
        if (IsLayerOf(block, node))
        {
            fixedNames.TryAdd(node, export);
        }
    }

    // Whether the node has a layer of its own in the block, which can have any name.
    private bool IsLayerOf(Block block, Node node) =>
        node is not (CondNode or LoopNode or LayerPartNode or LoopStateNode or LoopIndexNode)
        && ReferenceEquals(lowered.HomeOf(node), block);

    private void Export(Tensor result, DataType type, string export, LayerScope scope)
    {
        if (lowered.Resolve(result) is { Node: ConstantNode constant } value)
        {
            // In the type of the Cond: whole numbers in one branch may meet reals in the other.
            scope.Add(export, ConstantDraft(constant, type, value.Dims).ToDict());
            return;
        }

        if (references[lowered.Resolve(result)] is { } reference && reference == new LayerReference(scope, export))
        {
            return;
        }

        var draft = Sourced("copy", scope, result);
        spelling.SetOutShape(draft, result.Signature);
        scope.Add(export, draft.ToDict());
    }

    private void ExportEffects(Block block, string export, LayerScope scope)
    {
        var own = block
            .Nodes.Where(effects.ContainsKey)
            .Select(node => (OptionValue)effects[node].From(scope))
            .ToArray();
        var zero = new LayerDraft("constant").Set("value", 0).Set("dtype", "int32");
        if (own.Length == 0)
        {
            scope.Add(export, zero.ToDict());
            return;
        }

        var draft = new LayerDraft("identity").Set("from", AddHelper(scope, "zero", zero));
        scope.Add(export, draft.Set("control_dependencies", OptionValue.List(own)).ToDict());
    }

    private static KeyValuePair<string, OptionValue> MarkedAsExport(
        KeyValuePair<string, OptionValue> layer,
        List<string> exports
    ) =>
        layer.Key != "output" && exports.Contains(layer.Key)
            ? new(layer.Key, ((DictValue)layer.Value).With("is_output_layer", true))
            : layer;

    private void AddAssign(AssignNode assign, LayerScope scope)
    {
        var parameter = assign.Parameter;
        var name = NameOf(assign, scope);
        var draft = new LayerDraft("variable_assign")
            .Set("var", PlainVariable(parameter).From(scope))
            .Set("value", AssignedValue(assign, name, scope))
            .Set("op", assign.Operator == AssignOperator.Add ? "add" : "assign");
        var earlier = Earlier(assign, scope);
        if (reads.NeedsOrderedRead(parameter))
        {
            earlier.Add(OrderedRead(parameter).From(scope));
        }

        if (earlier.Count > 0)
        {
            draft.Set("control_dependencies", OptionValue.List([.. earlier]));
        }

        scope.Add(name, draft.ToDict());
        AddEffect(assign, new(scope, name));
    }

    // RETURNN does not repeat a value over missing dims of the variable (contract 4.2).
    private string AssignedValue(AssignNode assign, string name, LayerScope scope)
    {
        var parameter = assign.Parameter;
        var value = lowered.Resolve(assign.Value);
        if (value.Node is ConstantNode)
        {
            return ConstantLayer(value, parameter.Type, parameter.Dims, scope).From(scope);
        }

        if (value.Dims.Equals(parameter.Dims))
        {
            return Reference(value, scope);
        }

        var zeros = ConstantLayer(ConstantNode.Make(0, parameter.Type), parameter.Type, parameter.Dims, scope);
        var sum = new LayerDraft("combine")
            .Set("kind", "add")
            .Set("from", OptionValue.List(Reference(value, scope), zeros.From(scope)));
        spelling.SetOutShape(sum, parameter.Signature);
        return AddHelper(scope, $"{name}.value", sum);
    }

    // Several updates of one parameter run in the order of recording; those of the other branch never run along. What an update on the
    // way to this one waits for need not be named again.
    private List<OptionValue> Earlier(AssignNode assign, LayerScope scope)
    {
        var result = new List<OptionValue>();
        var earlier = updates.GetValueOrDefault(assign.Parameter) ?? [];
        for (var place = earlier.Count - 1; place >= 0; place--)
        {
            if (VisibleEffect(earlier[place], assign.Block!) is { } effect)
            {
                OptionValue name = effects[effect].From(scope);
                if (!result.Contains(name))
                {
                    result.Insert(0, name);
                }

                if (effect is AssignNode)
                {
                    break;
                }
            }
        }

        return result;
    }

    /// <summary>The update itself, or the Cond around it that is visible from a block; null if both never run together.</summary>
    private static Node? VisibleEffect(AssignNode update, Block from)
    {
        Node visible = update;
        while (!visible.Block!.Encloses(from))
        {
            var owner = visible.Block.Owner!;
            if (owner is CondNode cond && (cond.Then.Encloses(from) || cond.Otherwise.Encloses(from)))
            {
                return null;
            }

            visible = owner;
        }

        return visible;
    }

    private void AddEffect(Node node, LayerReference layer)
    {
        effects.Add(node, layer);
        if (node.Block!.Parent is null)
        {
            rootEffects.Add(layer);
        }

        if (node is AssignNode assign)
        {
            if (!updates.TryGetValue(assign.Parameter, out var list))
            {
                updates.Add(assign.Parameter, list = []);
            }

            list.Add(assign);
        }
    }
}
