namespace NetDsl.Emit;

/// <summary>
/// Finds the parameters that somebody might read too late. A variable is read whenever TensorFlow likes (contract 4.1); an update
/// waits only for what its value is computed from. All other readers need a <c>variable_read</c> that the update waits for. The
/// optimizer waits only for what the losses are computed from: what updates alone read of a trained parameter, such as an average
/// of it, must be what the losses have read.
/// </summary>
internal sealed class ParameterReads
{
    private readonly LoweredGraph lowered;
    private readonly Dictionary<Parameter, List<AssignNode>> updates = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Parameter, List<Reader>> readers = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Parameter> racing = new(ReferenceEqualityComparer.Instance);

    internal ParameterReads(LoweredGraph lowered, Liveness live)
    {
        this.lowered = lowered;
        foreach (var update in lowered.Graph.Nodes.OfType<AssignNode>().Where(live.IsLive))
        {
            Append(updates, update.Parameter, update);
        }

        if (updates.Count == 0)
        {
            return;
        }

        CollectReaders(live);
        foreach (var (parameter, found) in readers)
        {
            if (updates[parameter].Exists(update => !WaitsForAll(update, found)))
            {
                racing.Add(parameter);
            }
        }

        // Nothing waits for outputs and losses.
        var roots = lowered
            .Graph.Losses.SelectMany(loss => loss.Tensors)
            .Concat(lowered.Graph.Outputs.Select(root => root.Value));
        racing.UnionWith(
            roots
                .Select(root => root.Node)
                .OfType<ParameterNode>()
                .Select(read => read.Parameter)
                .Where(updates.ContainsKey)
        );
        AddTrained(live);
    }

    /// <summary>Whether all readers must go through one ordered read.</summary>
    internal bool NeedsOrderedRead(Parameter parameter) => racing.Contains(parameter);

    private void CollectReaders(Liveness live)
    {
        foreach (var node in LiveNodes(live))
        {
            AddReads(node, live);
        }
    }

    private IEnumerable<Node> LiveNodes(Liveness live) =>
        lowered.Graph.Nodes.SelectMany(node => lowered.ChainAt(node) ?? [node]).Where(live.IsLive);

    // Nothing orders an update against that of the optimizer (contract 4.3), but what the losses read comes before it.
    private void AddTrained(Liveness live)
    {
        var graph = lowered.Graph;
        var learned = Liveness.Behind(lowered, graph.Losses.SelectMany(loss => loss.Tensors));
        var assigned = Liveness.Behind(lowered, updates.Values.SelectMany(list => list, (_, update) => update.Value));
        HashSet<Parameter> trained = new(ReferenceEqualityComparer.Instance);
        HashSet<Parameter> watched = new(ReferenceEqualityComparer.Instance);
        foreach (var node in LiveNodes(live))
        {
            if (learned.IsLive(node))
            {
                AddTrained(node, trained);
            }
            else if (node is AssignNode || assigned.IsLive(node))
            {
                AddTrained(node, watched);
            }
        }

        watched.IntersectWith(trained);
        racing.UnionWith(watched);
    }

    private void AddTrained(Node node, HashSet<Parameter> found)
    {
        foreach (var read in node.Inputs)
        {
            if (read.Node is ParameterNode { Parameter: var parameter } && IsTrainedAsItIs(parameter))
            {
                found.Add(parameter);
            }
        }
    }

    // Noise and dropout are on the variable's layer, and a read would pass them by (contract 3.5).
    private bool IsTrainedAsItIs(Parameter parameter) =>
        !parameter.IsAuxiliary
        && lowered.Graph.OptionsOf(parameter) is { Trainable: not false, Dropout: null, VariationalNoise: null };

    private void AddReads(Node node, Liveness live)
    {
        foreach (var read in node.Inputs)
        {
            Add(read, new(node, Result: null));
        }

        if (node is CondNode cond)
        {
            foreach (var result in cond.Outputs.Where(live.IsRead))
            {
                Add(cond.ThenResults[result.Index], new(cond, result.Index));
                Add(cond.OtherwiseResults[result.Index], new(cond, result.Index));
            }
        }
    }

    private void Add(Tensor read, Reader reader)
    {
        if (read.Node is ParameterNode { Parameter: var parameter } && updates.ContainsKey(parameter))
        {
            Append(readers, parameter, reader);
        }
    }

    private static void Append<T>(Dictionary<Parameter, List<T>> lists, Parameter parameter, T item)
    {
        if (!lists.TryGetValue(parameter, out var list))
        {
            lists.Add(parameter, list = []);
        }

        list.Add(item);
    }

    // Only nodes recorded since the first reader can lie between a reader and the update: for statistics that is a handful.
    private bool WaitsForAll(AssignNode update, List<Reader> found)
    {
        var missing = new HashSet<(Node Node, int Index)>();
        foreach (var reader in found)
        {
            if (!ReferenceEquals(reader.Node, update))
            {
                missing.UnionWith(Needed(reader, update.Block!));
            }
        }

        var first = missing.Count == 0 ? int.MaxValue : missing.Min(need => FirstId(need.Node));
        var seen = new HashSet<(Node Node, int Index)>();
        var pending = new Stack<Tensor>();
        pending.Push(update.Value);
        while (missing.Count > 0 && pending.TryPop(out var next))
        {
            var tensor = lowered.Resolve(next);
            if (tensor.Node.Id < first || !seen.Add((tensor.Node, tensor.Index)))
            {
                continue;
            }

            missing.Remove((tensor.Node, tensor.Index));
            foreach (var input in tensor.Node.Inputs)
            {
                pending.Push(input);
            }
        }

        return missing.Count == 0;
    }

    // A reader inside a branch is done when the Cond has its results; each result comes by itself (contract 4.4).
    private static IEnumerable<(Node Node, int Index)> Needed(Reader reader, Block block)
    {
        var node = reader.Node;
        var result = reader.Result;
        while (!node.Block!.Encloses(block))
        {
            (node, result) = (node.Block.Owner!, null);
        }

        return result is { } index
            ? [(node, index)]
            : Enumerable.Range(0, Math.Max(1, node.Outputs.Length)).Select(place => (node, place));
    }

    private static int FirstId(Node node) =>
        node switch
        {
            CondNode cond => cond
                .Then.Nodes.Concat(cond.Otherwise.Nodes)
                .Select(inner => inner.Id)
                .Append(node.Id)
                .Min(),
            LoopNode loop => loop.Body.Nodes.Select(inner => inner.Id).Append(node.Id).Min(),
            _ => node.Id,
        };

    /// <summary>A node that reads a parameter, or one result of a Cond whose branch yields it.</summary>
    private readonly record struct Reader(Node Node, int? Result);
}
