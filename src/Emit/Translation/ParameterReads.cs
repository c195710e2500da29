namespace NetDsl.Emit;

/// <summary>
/// Finds the assigned parameters that somebody might read too late. A variable is read whenever TensorFlow likes (contract 4.1);
/// an update waits only for what its value is computed from. All other readers need a <c>variable_read</c> that the update
/// waits for.
/// </summary>
internal sealed class ParameterReads
{
    private readonly LoweredGraph lowered;
    private readonly Dictionary<Parameter, List<AssignNode>> updates = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Parameter, List<Node>> readers = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Parameter> racing = new(ReferenceEqualityComparer.Instance);

    internal ParameterReads(LoweredGraph lowered, Liveness live)
    {
        this.lowered = lowered;
        foreach (var update in lowered.Graph.Nodes.OfType<AssignNode>().Where(live.IsLive))
        {
            Append(updates, update.Parameter, update);
        }

        if (updates.Count > 0)
        {
            CollectReaders(live);
        }

        foreach (var (parameter, found) in readers)
        {
            if (updates[parameter].Exists(update => !WaitsForAll(update, found)))
            {
                racing.Add(parameter);
            }
        }
    }

    /// <summary>Whether all readers must go through one ordered read.</summary>
    internal bool NeedsOrderedRead(Parameter parameter) => racing.Contains(parameter);

    private void CollectReaders(Liveness live)
    {
        foreach (var node in lowered.Graph.Nodes.Where(live.IsLive))
        {
            var inputs = (lowered.ChainAt(node) ?? [node]).SelectMany(part => part.Inputs);
            var results = node is CondNode cond ? cond.ThenResults.Concat(cond.OtherwiseResults) : [];
            foreach (var read in inputs.Concat(results).Select(tensor => tensor.Node).OfType<ParameterNode>())
            {
                if (updates.ContainsKey(read.Parameter))
                {
                    Append(readers, read.Parameter, node);
                }
            }
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
    private bool WaitsForAll(AssignNode update, List<Node> found)
    {
        var lifted = found
            .Where(reader => !ReferenceEquals(reader, update))
            .Select(reader => Lift(reader, update.Block!))
            .ToHashSet();
        var first = lifted.Count == 0 ? int.MaxValue : lifted.Min(FirstId);
        var seen = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<Node>();
        pending.Push(update);
        while (lifted.Count > 0 && pending.TryPop(out var node))
        {
            lifted.Remove(node);
            foreach (var input in node.Inputs.Select(input => lowered.Resolve(input).Node))
            {
                if (input.Id >= first && seen.Add(input))
                {
                    pending.Push(input);
                }
            }
        }

        return lifted.Count == 0;
    }

    private static int FirstId(Node node) =>
        node is CondNode cond
            ? Math.Min(
                node.Id,
                cond.Then.Nodes.Concat(cond.Otherwise.Nodes).Select(n => n.Id).DefaultIfEmpty(node.Id).Min()
            )
            : node.Id;

    // A reader inside a branch is done when the Cond is.
    private static Node Lift(Node reader, Block block)
    {
        var lifted = reader;
        while (!lifted.Block!.Encloses(block))
        {
            lifted = lifted.Block.Owner!;
        }

        return lifted;
    }
}
