using System.Globalization;

namespace NetDsl.Emit;

/// <content>
/// Loops: a <c>rec</c> layer with a net as its unit (contract 8). Frames come in by <c>rec_unstack</c>; a state is the layer that computes its
/// value, read as <c>prev:</c> in the next step; results are output layers of the unit.
/// </content>
internal sealed partial class NetTranslator
{
    private readonly Dictionary<LoopStateNode, string> stateNames = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Node, LoopStateNode> stateLayers = new(ReferenceEqualityComparer.Instance);
    private readonly LoopVariables loopVariables;

    private LayerDraft Unstack(UnstackNode node, LayerScope scope) =>
        Sourced("rec_unstack", scope, node.Sequence).Set("axis", spelling.Axis(node.Axis, node.Sequence, Place(node)));

    // The layer inside is a net: it sees the names of the step as those around it (rec.py, MaskedComputationLayer).
    private LayerDraft Masked(MaskedNode node, LayerScope scope)
    {
        var variables = loopVariables.ScopeOf(node.Body);
        var source = OnlySourceOf(node.Body);
        var inner = new LayerScope(scope, lowered.Graph.Modules.PathOf(node.Module), variables, isStep: true)
        {
            Source = source,
        };
        inner.TryReserve("output");
        Reserve(node.Body, inner);
        TakeName(node.Body, node.Result, "output");
        TranslateBlock(node.Body, inner);
        Export(node.Result, node.Result.Type, "output", inner);
        var unit = OptionValue.Dict(
            ("class", "subnetwork"),
            ("from", source is null ? OptionValue.List() : "data"),
            ("subnetwork", DictValue.Of(inner.Layers))
        );
        if (node.Result.Sparse is not null)
        {
            // Before the first time the mask is true, RETURNN asks the unit; of class indices it guesses none.
            unit = unit.With("initial_output", 0);
        }

        var draft = new LayerDraft("masked_computation")
            .Set("from", source is null ? OptionValue.List() : Reference(source, scope))
            .Set("mask", Reference(node.Mask, scope))
            .Set("unit", unit);
        return variables is null ? draft : draft.Set("name_scope", InScope(variables, node, scope));
    }

    // As decoders written by hand do it: what is read of the step is the source, if it is one tensor. There can be no more (contract 8).
    private Tensor? OnlySourceOf(Block body)
    {
        Tensor? only = null;
        foreach (var node in body.Nodes)
        {
            foreach (var part in lowered.PartsOf(node))
            {
                if (!live.IsLive(part) || !ReferenceEquals(lowered.HomeOf(part), body))
                {
                    continue;
                }

                if (part is CondNode or LoopNode or MaskedNode)
                {
                    return null;
                }

                foreach (var input in part.Inputs)
                {
                    var read = lowered.Resolve(input);
                    if (read.Node.Net is null || ReferenceEquals(lowered.HomeOf(read.Node), body))
                    {
                        continue;
                    }

                    if (only is not null && !only.Is(read))
                    {
                        return null;
                    }

                    only = read;
                }
            }
        }

        return only;
    }

    private LayerDraft Choice(ChoiceNode node, LayerScope scope)
    {
        var draft = Sourced("choice", scope, node.Scores).Set("target", ((InputNode)node.Targets.Node).Key);
        foreach (var (key, value) in node.Options)
        {
            // In search there are no targets to be mixed in; RETURNN would still ask for them.
            if (key is StringValue { Value: var option } && (option != "scheduled_sampling" || !IsSearch))
            {
                draft.Set(option, value);
            }
        }

        return draft;
    }

    private bool IsSearch => lowered.Graph.Net.Task == NetTask.Search;

    private void AddLoop(LoopNode loop, LayerScope scope)
    {
        AddMovedOut(loop.Body, lowered.HomeOf(loop), scope);
        var name = NameOf(loop, scope);
        var variables = loopVariables.ScopeOf(loop.Body);
        var unit = new LayerScope(scope, lowered.Graph.Modules.PathOf(loop.Module), variables, isStep: true);
        unit.TryReserve("output");
        unit.TryReserve("end");
        foreach (var choice in loop.Body.Nodes.OfType<ChoiceNode>())
        {
            unit.TryReserve(((InputNode)choice.Targets.Node).Key);
        }

        Reserve(loop.Body, unit);
        var yields = loop.Outputs.Where(live.IsRead).OrderBy(result => loop.Yields[result.Index].IsLast).ToList();
        NameLayers(loop, yields, unit);
        TranslateBlock(loop.Body, unit);
        foreach (var state in StatesOf(loop))
        {
            FinishState(state, unit);
        }

        var exports = ExportYields(loop, yields, unit);
        if (loop.End is { } end)
        {
            Export(end, DataType.Bool, "end", unit);
        }

        if (ConstructionOrder.LongestChain(unit.Layers) is var length and > LongestBranch)
        {
            diagnostics.Add(TranslationDiagnostics.LongStep(length, Place(loop)));
        }

        AddRec(loop, name, variables, unit, scope, loop.Outputs[yields[0].Index]);
        for (var place = 0; place < yields.Count; place++)
        {
            AddYield(loop, yields[place], name, exports[place], scope);
        }
    }

    private void AddRec(LoopNode loop, string name, string? variables, LayerScope unit, LayerScope scope, Tensor output)
    {
        var draft = new LayerDraft("rec").Set("from", OptionValue.List());
        spelling.SetLoopAxis(draft, loop.Axis, Place(loop));
        draft.Set("unit", DictValue.Of(unit.Layers));
        if (loop.MaxLength is { } most)
        {
            var number = (lowered.Resolve(most).Node as ConstantNode)?.Value;
            draft.Set(number is null ? "max_seq_len_via" : "max_seq_len", number ?? Reference(most, scope));
        }

        if (loop.End is not null)
        {
            draft.Set("include_eos", loop.IncludesEnd);
        }

        if (loop.Body.Nodes.OfType<ChoiceNode>().FirstOrDefault() is { } choice)
        {
            draft.Set("target", ((InputNode)choice.Targets.Node).Key);
        }

        if (variables is not null)
        {
            draft.Set("name_scope", InScope(variables, loop, scope));
        }

        var isStacked = !loop.Yields[output.Index].IsLast;
        spelling.SetOutShape(draft, isStacked ? output.Signature : Stacked(loop, output));
        scope.Add(name, draft.ToDict());
        if (scope.Parent is null)
        {
            locations.Add(name, loop.Location);
        }
    }

    private static Signature Stacked(LoopNode loop, Tensor last) =>
        last.Signature with
        {
            Shape = new LoopNode(loop.Axis, loop.Body, [new(last, IsLast: false)], maxLength: null)
                .Infer(new FaultList(findings: null, loop.Id, loop.Location))[0]
                .Shape,
        };

    // What is the same in each step of this loop, and of those inside of it, stands before it.
    private void AddMovedOut(Block body, Block home, LayerScope scope)
    {
        foreach (var node in body.Nodes)
        {
            if (node is LoopNode inner)
            {
                AddMovedOut(inner.Body, home, scope);
                continue;
            }

            foreach (var part in lowered.PartsOf(node))
            {
                if (live.IsLive(part) && ReferenceEquals(lowered.HomeOf(part), home))
                {
                    TranslateNode(part, scope);
                }
            }
        }
    }

    // A choice reads the one before it in search, whatever else does, and begins with something (contract 8).
    private IEnumerable<LoopStateNode> StatesOf(LoopNode loop) =>
        loop
            .Body.Nodes.OfType<LoopStateNode>()
            .Where(state => live.IsLive(state) || (state.Next!.Node is ChoiceNode choice && live.IsLive(choice)));

    // States with names of their own come first, then results; other states take the names that are left.
    private void NameLayers(LoopNode loop, List<Tensor> yields, LayerScope unit)
    {
        foreach (var state in StatesOf(loop).Where(state => state.Name is not null))
        {
            NameState(state, unit);
        }

        if (loop.End is { } end)
        {
            TakeName(loop.Body, end, "end");
        }

        TakeName(loop.Body, loop.Yields[yields[0].Index].Value, "output");
        foreach (var state in StatesOf(loop).Where(state => state.Name is null))
        {
            NameState(state, unit);
        }
    }

    private void NameState(LoopStateNode state, LayerScope unit)
    {
        var node = lowered.Resolve(state.Next!).Node;
        if (
            !IsLayerOf(state.Block!, node)
            || node is MaskedNode
            || (IsCell(node) && !StartsAsNumber(state, 0))
            || !IsRecurrent(node, state.Block!)
            || !stateLayers.TryAdd(node, state)
        )
        {
            stateNames.Add(state, unit.Unique(state.Name ?? "state"));
            return;
        }

        if (!fixedNames.TryGetValue(node, out var name))
        {
            name = unit.Unique(state.Name ?? WantedName(node, unit));
            fixedNames.Add(node, name);
        }

        stateNames.Add(state, name);
    }

    // RETURNN takes out of the loop what depends on no other step, and then cannot read both this step and the one before (rec.py, get_input_moved_out).
    private bool IsRecurrent(Node node, Block body)
    {
        var seen = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<Node>();
        pending.Push(node);
        while (pending.TryPop(out var next))
        {
            var isOfStep =
                next is LoopStateNode or LoopIndexNode or ChoiceNode or MaskedNode || BlockHomes.KeepsState(next);
            if (isOfStep && ReferenceEquals(next.Block, body))
            {
                return true;
            }

            foreach (var read in next.Reads)
            {
                var source = lowered.Resolve(read).Node;
                if (source.Block is { } block && body.Encloses(block) && seen.Add(source))
                {
                    pending.Push(source);
                }
            }
        }

        return false;
    }

    // The layer of the value is the state, unless it is another state, too, or none of the loop's own.
    private void FinishState(LoopStateNode state, LayerScope unit)
    {
        var node = lowered.Resolve(state.Next!).Node;
        if (stateLayers.TryGetValue(node, out var taken) && ReferenceEquals(taken, state))
        {
            return;
        }

        var draft = Sourced("copy", unit, state.Next!);
        SetInitial(draft, state, unit);
        spelling.SetOutShape(draft, state.Output.Signature);
        unit.Add(stateNames[state], draft.ToDict());
    }

    private void SetLoopOptions(LayerDraft draft, Node node, LayerScope scope)
    {
        if (stateLayers.TryGetValue(node, out var state))
        {
            SetInitial(draft, state, scope);
        }
    }

    // A layer, not a number: RETURNN then knows the dims of the state before it has seen the step (rec.py, initial_output_layer). A
    // number is enough where all that reads the state has dims without it, as in decoders written by hand.
    private void SetInitial(LayerDraft draft, LoopStateNode state, LayerScope unit)
    {
        var initial = lowered.Resolve(state.Initial);
        if (initial.Node is ConstantNode { Value: var number } && CanBeNumberAtFirst(state))
        {
            draft.Set("initial_output", number);
            return;
        }

        var reference =
            initial.Node is ConstantNode
                ? ConstantLayer(initial, initial.Type, initial.Dims, unit.Parent!).From(unit)
                : Reference(initial, unit);
        draft.Set("initial_output", reference);
    }

    // A cell begins with its own state, and takes no other first output (rec.py, RnnCellLayer.get_rec_initial_output).
    private static bool IsCell(Node node) => node is LayerNode { LayerClass: "rec" or "rnn_cell" };

    private bool StartsAsNumber(LoopStateNode state, double first) =>
        lowered.Resolve(state.Initial).Node is ConstantNode { Number: { } number }
        && number == first
        && CanBeNumberAtFirst(state);

    private bool CanBeNumberAtFirst(LoopStateNode state) => IsChoice(state) || CanBeScalarAtFirst(state);

    private bool IsChoice(LoopStateNode state) => lowered.Resolve(state.Next!).Node is ChoiceNode;

    private bool CanBeScalarAtFirst(LoopStateNode state)
    {
        if (!state.Block!.Nodes.Any(node => node is ChoiceNode))
        {
            return false;
        }

        foreach (var node in state.Block.Nodes)
        {
            foreach (var part in lowered.PartsOf(node))
            {
                if (
                    live.IsLive(part)
                    && !TakesScalar(part)
                    && part.Reads.Any(read => lowered.Resolve(read).Node == state)
                )
                {
                    return false;
                }
            }
        }

        return state.Output.Dims.Count <= 2;
    }

    // These have a feature dim of their own, whatever they read.
    private static bool TakesScalar(Node node) => node is LayerNode { LayerClass: "linear" or "softmax" or "rec" };

    // Each result by the name of a layer of the unit: the first is the output.
    private List<string> ExportYields(LoopNode loop, List<Tensor> yields, LayerScope unit)
    {
        var names = new List<string>();
        for (var place = 0; place < yields.Count; place++)
        {
            var (value, isLast) = loop.Yields[yields[place].Index];

            // The last value is kept from step to step, and RETURNN guesses no class index to begin with.
            var isIndex = isLast && value.Sparse is not null;
            var name = place == 0 ? "output" : ExportName(loop, value, place, unit);
            Export(value, value.Type, name, unit);
            if (isLast || name != "output")
            {
                unit.Set(name, isLast ? "need_last" : "is_output_layer", true);
            }

            if (isIndex)
            {
                unit.Set(name, "initial_output", 0);
            }

            names.Add(name);
        }

        return names;
    }

    private string ExportName(LoopNode loop, Tensor value, int place, LayerScope unit) =>
        IsLayerOf(loop.Body, lowered.Resolve(value).Node)
            ? references[lowered.Resolve(value)]!.Name
            : unit.Unique($"result_{(place + 1).ToString(CultureInfo.InvariantCulture)}");

    private void AddYield(LoopNode loop, Tensor result, string name, string layer, LayerScope scope)
    {
        if (!loop.Yields[result.Index].IsLast)
        {
            references.Add(result, new(scope, layer == "output" ? name : $"{name}/{layer}"));
            return;
        }

        var draft = new LayerDraft("rec_last_output").Set("rec_layer", name).Set("sub_layer_name", layer);
        spelling.SetOutShape(draft, result.Signature);
        references.Add(result, new(scope, AddHelper(scope, $"{name}.last.{layer}", draft)));
    }
}
