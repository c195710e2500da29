namespace NetDsl.Emit;

/// <summary>
/// From graph to layer dict: gives each node its layer, each layer its name, and each update its way to be run.
/// One pass over the nodes in the order of recording; only branches nest.
/// </summary>
internal sealed partial class NetTranslator
{
    private readonly LoweredGraph lowered;
    private readonly IShapeSpelling spelling;
    private readonly List<Diagnostic> diagnostics;
    private readonly Liveness live;
    private readonly ParameterReads reads;
    private readonly LayerScope root = new(parent: null, modulePath: "");
    private readonly ResultTable<LayerReference> references;
    private readonly Dictionary<Node, string> fixedNames = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Node, LossRoot> attachedLosses = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, SourceLocation> locations = new(StringComparer.Ordinal);
    private readonly HashSet<(Module? Module, string Scope)> decayed = [];
    private readonly HashSet<Node> attachedOutputs = new(ReferenceEqualityComparer.Instance);

    private NetTranslator(LoweredGraph lowered, IShapeSpelling spelling, List<Diagnostic> diagnostics)
    {
        (this.lowered, this.spelling, this.diagnostics) = (lowered, spelling, diagnostics);
        references = new(lowered.NodeCount);
        live = new Liveness(lowered);
        reads = new ParameterReads(lowered, live);
        variableScopes = new(lowered.Graph.Modules.Paths);
        loopVariables = new(lowered.Graph);
    }

    /// <summary>The layers of a net, in an order in which each comes after those it reads.</summary>
    internal static TranslatedNet Translate(LoweredGraph lowered, IShapeSpelling spelling, List<Diagnostic> diagnostics)
    {
        var translator = new NetTranslator(lowered, spelling, diagnostics);
        translator.FixNames();
        translator.TranslateBlock(lowered.Graph.Root, translator.root);
        translator.AddRoots();
        translator.AddUpdateHooks();
        return new(ConstructionOrder.Add([.. translator.root.Layers], diagnostics), translator.locations);
    }

    private void TranslateBlock(Block block, LayerScope scope)
    {
        foreach (var node in block.Nodes)
        {
            if (lowered.ChainAt(node) is not { } chain)
            {
                TranslateIn(block, node, scope);
                continue;
            }

            foreach (var part in chain)
            {
                TranslateIn(block, part, scope);
            }
        }
    }

    private void TranslateIn(Block block, Node node, LayerScope scope)
    {
        if (live.IsLive(node) && ReferenceEquals(lowered.HomeOf(node), block))
        {
            TranslateNode(node, scope);
        }
    }

    private void TranslateNode(Node node, LayerScope scope)
    {
        switch (node)
        {
            case InputNode input:
                spelling.CheckDims(input.Output.Dims, new($"data:{input.Key}", input.Location));
                break;
            case UnaryNode unary:
                Add(scope, unary, Unary(unary, scope));
                break;
            case BinaryNode binary:
                Add(scope, binary, Binary(binary, scope));
                break;
            case ExpressionNode formula:
                Add(scope, formula, Formula(formula, scope));
                break;
            case CompareNode compare:
                Add(scope, compare, Compare(compare, scope));
                break;
            case WhereNode where:
                Add(scope, where, Where(where, scope));
                break;
            case CastNode cast:
                Add(scope, cast, Sourced("cast", scope, cast.Operand).Set("dtype", TypeNames.Of(cast.Output.Type)));
                break;
            case ReduceNode reduce:
                Add(scope, reduce, Reduce(reduce, scope));
                break;
            case DotNode dot:
                Add(scope, dot, Dot(dot, scope));
                break;
            case SoftmaxNode softmax:
                Add(scope, softmax, Softmax(softmax, scope));
                break;
            case CrossEntropyNode entropy:
                Add(scope, entropy, CrossEntropy(entropy, scope));
                break;
            case LayerNode layer:
                Add(scope, layer, RawLayer(layer, scope));
                break;
            case LayerPartNode part:
                AddPart(part);
                break;
            case CondNode cond:
                AddCond(cond, scope);
                break;
            case LoopNode loop:
                AddLoop(loop, scope);
                break;
            case MaskedNode masked:
                Add(scope, masked, Masked(masked, scope));
                break;
            case UnstackNode unstack:
                Add(scope, unstack, Unstack(unstack, scope));
                break;
            case ChoiceNode choice:
                Add(scope, choice, Choice(choice, scope));
                break;
            case LoopStateNode state:
                references.Add(state.Output, new(scope, $"prev:{stateNames[state]}"));
                break;
            case LoopIndexNode index:
                references.Add(index.Output, new(scope, ":i"));
                break;
            case AssignNode assign:
                AddAssign(assign, scope);
                break;
            default:
                throw new InvalidOperationException($"No layer for {node}.");
        }
    }

    /// <summary>Finishes the layer of a node: dims, loss, name.</summary>
    private void Add(LayerScope scope, Node node, LayerDraft draft)
    {
        var name = NameOf(node, scope);
        spelling.CheckDims(node.Output.Dims, Place(node));
        if (node is not LayerNode { ShapeIsVerifiable: false })
        {
            spelling.SetOutShape(draft, node.Output.Signature);
        }

        if (attachedLosses.TryGetValue(node, out var loss))
        {
            SetLoss(draft, loss);
        }

        if (attachedOutputs.Contains(node) && name != "output" && node is not LayerNode { IsOutputLayer: true })
        {
            draft.Set("is_output_layer", true);
        }

        SetLoopOptions(draft, node, scope);
        AddLayer(scope, node.Output, name, draft);
    }

    private void AddLayer(LayerScope scope, Tensor result, string name, LayerDraft draft)
    {
        scope.Add(name, draft.ToDict());
        references.Add(result, new(scope, name));
        if (scope.Parent is null)
        {
            locations.Add(name, result.Node.Location);
        }
    }

    /// <summary>Adds a helper layer that no node of the graph stands for.</summary>
    private static string AddHelper(LayerScope scope, string wanted, LayerDraft draft)
    {
        var name = scope.Unique(wanted);
        scope.Add(name, draft.ToDict());
        return name;
    }

    /// <summary>How a layer in the scope names the tensor; makes the layers of parameters, constants and the train flag on the way.</summary>
    private string Reference(Tensor tensor, LayerScope scope)
    {
        tensor = lowered.Resolve(tensor);
        if (scope.Source is { } source && source.Is(tensor))
        {
            return "data";
        }

        var reference = tensor.Node switch
        {
            InputNode input => Input(input),
            ParameterNode read => Variable(read.Parameter),
            ConstantNode => ConstantLayer(tensor, tensor.Type, tensor.Dims, scope),
            TrainFlagNode => TrainFlag(),
            _ => references[tensor]!,
        };
        return reference.From(scope);
    }

    private LayerDraft Sourced(string layerClass, LayerScope scope, Tensor source) =>
        new LayerDraft(layerClass).Set("from", Reference(source, scope));

    private LayerDraft Sourced(string layerClass, LayerScope scope, Tensor first, Tensor second) =>
        new LayerDraft(layerClass).Set("from", OptionValue.List(Reference(first, scope), Reference(second, scope)));

    private LayerPlace Place(Node node)
    {
        if (fixedNames.TryGetValue(node, out var name))
        {
            return new(name, node.Location);
        }

        var path = lowered.Graph.Modules.PathOf(node.Module);
        return node is LayerNode { NamedAsModule: true } && path.Length > 0
            ? new(path, node.Location)
            : new(path, node.Kind, node.Location);
    }
}
