namespace NetDsl.Emit;

/// <summary>
/// What a net needs: everything that its outputs, losses and updates are computed from. RETURNN would not build the rest (contract 3.3),
/// so it is not written. Parameters and constants are not asked for. Iterative, each node once.
/// </summary>
internal sealed class Liveness
{
    private readonly LoweredGraph lowered;
    private readonly NodeSet nodes;
    private readonly ResultSet results;
    private readonly HashSet<Block> effects = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<Tensor> pending = new();

    internal Liveness(LoweredGraph lowered)
    {
        this.lowered = lowered;
        var graph = lowered.Graph;
        (nodes, results) = (new(lowered.NodeCount), new(lowered.NodeCount));
        foreach (var loss in graph.Losses)
        {
            foreach (var tensor in loss.Tensors)
            {
                pending.Push(tensor);
            }

            if (lowered.LossOf(loss) is { } own)
            {
                pending.Push(own.Target);
            }
        }

        foreach (var output in graph.Outputs)
        {
            pending.Push(output.Value);
        }

        foreach (var node in graph.Nodes)
        {
            if (node is LayerNode { IsRoot: true } layer && layer.Block!.Parent is null)
            {
                pending.Push(layer.Output);
            }
            else if (node is AssignNode update && !lowered.IsAbsorbed(update))
            {
                MarkUpdate(update);
            }
        }

        Drain();
    }

    private Liveness(LoweredGraph lowered, IEnumerable<Tensor> roots)
    {
        this.lowered = lowered;
        (nodes, results) = (new(lowered.NodeCount), new(lowered.NodeCount));
        foreach (var tensor in roots)
        {
            pending.Push(tensor);
        }

        Drain();
    }

    /// <summary>What some tensors are computed from, whatever else the net needs.</summary>
    internal static Liveness Behind(LoweredGraph lowered, IEnumerable<Tensor> tensors) => new(lowered, tensors);

    /// <summary>Whether the node is needed.</summary>
    internal bool IsLive(Node node) => nodes.Contains(node);

    /// <summary>Whether somebody reads this result.</summary>
    internal bool IsRead(Tensor result) => results.Contains(result);

    /// <summary>Whether an update happens in the branch or in branches inside it.</summary>
    internal bool HasEffects(Block branch) => effects.Contains(branch);

    private void MarkUpdate(AssignNode update)
    {
        nodes.Add(update);
        pending.Push(update.Value);
        for (var block = update.Block!; block.Owner is CondNode cond; block = block.Parent!)
        {
            effects.Add(block);
            if (nodes.Add(cond))
            {
                pending.Push(cond.Condition);
            }
        }
    }

    private void Drain()
    {
        while (pending.TryPop(out var tensor))
        {
            tensor = lowered.Resolve(tensor);
            if (tensor.Node.Net is null || !results.Add(tensor))
            {
                continue;
            }

            switch (tensor.Node)
            {
                case CondNode cond:
                    pending.Push(cond.ThenResults[tensor.Index]);
                    pending.Push(cond.OtherwiseResults[tensor.Index]);
                    break;
                case LoopNode loop:
                    pending.Push(loop.Yields[tensor.Index].Value);
                    break;
                case MaskedNode masked:
                    pending.Push(masked.Result);
                    break;
                case LoopStateNode state:
                    pending.Push(state.Next!);
                    break;
            }

            if (nodes.Add(tensor.Node))
            {
                foreach (var input in tensor.Node.Inputs)
                {
                    pending.Push(input);
                }

                if (tensor.Node is LoopNode { End: { } end })
                {
                    pending.Push(end);
                }
            }
        }
    }
}
