namespace NetDsl.Emit;

/// <content>Names of layers: the module's path, then what the layer does; the user's own names before all others.</content>
internal sealed partial class NetTranslator
{
    // Inputs that a layer must be called like, as an output or a loss is.
    private readonly HashSet<string> hiddenInputs = new(StringComparer.Ordinal);

    /// <summary>Settles names that were asked for, so that no other layer takes them.</summary>
    private void FixNames()
    {
        ReserveInputs();
        Reserve(lowered.Graph.Root, root);
        foreach (var output in lowered.Graph.Outputs)
        {
            root.TryReserve(output.Name);
            if (TryAttach(output.Name, output.Value) is { } node)
            {
                attachedOutputs.Add(node);
            }
        }

        foreach (var loss in lowered.Graph.Losses)
        {
            root.TryReserve(loss.Name);
            if (lowered.LossOf(loss) is not null)
            {
                // The layer that computes the loss may be an output, too, and keeps its name then.
                var layer = lowered.Resolve(loss.Value).Node;
                fixedNames.TryAdd(layer, loss.Name);
                attachedLosses.Add(layer, loss);
            }
            else if (TryAttachLoss(loss) is { } node)
            {
                attachedLosses.Add(node, loss);
            }
        }
    }

    // RETURNN looks for a target among the layers first (BASE:787): one of the same name would be compared with.
    private void ReserveInputs()
    {
        foreach (var input in lowered.Graph.Inputs)
        {
            root.TryReserve(input.Key);
            hiddenInputs.Add(input.Key);
        }

        hiddenInputs.IntersectWith([
            .. lowered.Graph.Outputs.Select(output => output.Name),
            .. lowered.Graph.Losses.Select(loss => loss.Name),
        ]);
    }

    private void Reserve(Block block, LayerScope scope)
    {
        foreach (var recorded in block.Nodes)
        {
            var node = lowered.ChainAt(recorded)?[^1] ?? recorded;
            if (node.RequestedName is not null && live.IsLive(node) && ReferenceEquals(lowered.HomeOf(node), block))
            {
                fixedNames.Add(node, scope.Unique(WantedName(node, scope)));
            }
        }
    }

    // The layer that makes an output or a loss takes its name itself, unless it has one, or stands for something else, too.
    private Node? TryAttach(string name, Tensor value)
    {
        var node = lowered.Resolve(value).Node;
        // RETURNN carries parameters by the names of layers: in a net that grows, another module may make the output.
        if (lowered.Graph.Net.IsStage && node is LayerNode { HasLoss: false })
        {
            return null;
        }

        var isLayer =
            node
            is not (
                InputNode
                or ParameterNode
                or ConstantNode
                or TrainFlagNode
                or CondNode
                or LoopNode
                or LayerPartNode
            );
        return isLayer && lowered.HomeOf(node) is { Parent: null } && fixedNames.TryAdd(node, name) ? node : null;
    }

    // A layer has one loss at most (contract 9).
    private Node? TryAttachLoss(LossRoot loss) =>
        lowered.Resolve(loss.Value).Node is LayerNode { HasLoss: true } || !loss.NormalizerComesFirst
            ? null
            : TryAttach(loss.Name, loss.Value);

    private string NameOf(Node node, LayerScope scope) =>
        fixedNames.TryGetValue(node, out var name) ? name : scope.Unique(WantedName(node, scope));

    private string WantedName(Node node, LayerScope scope)
    {
        var path = lowered.Graph.Modules.PathOf(node.RequestedName is null ? node.Module : node.NamedIn);
        var own = Below(path, scope.ModulePath);
        return node is LayerNode { NamedAsModule: true } && own.Length > 0 && node.RequestedName is null
            ? own
            : Join(own, node.RequestedName ?? node.Kind);
    }

    // Inside a branch the module's path is known already.
    private static string Below(string path, string outer) =>
        path == outer ? ""
        : outer.Length > 0 && path.StartsWith(outer + ".", StringComparison.Ordinal) ? path[(outer.Length + 1)..]
        : path;

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
