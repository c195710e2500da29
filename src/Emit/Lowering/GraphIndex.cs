using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>Who reads what, and who assigns what, in one pass; so that rules look things up instead of searching.</summary>
internal sealed class GraphIndex
{
    // (batch - running) * momentum: an update's value is that far from what it learns.
    private const int UpdateSteps = 3;
    private const int UpdateReaders = 8;

    private readonly Dictionary<(Node Node, int Index), List<Node>> readers = [];
    private readonly Dictionary<Parameter, List<Node>> parameterReaders = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Parameter, List<AssignNode>> updates = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(Node Node, int Index), GraphRoot> roots = [];
    private readonly Graph graph;
    private readonly Liveness live;
    private Dictionary<Dim, List<Node>>? holders;

    /// <summary>Indexes what is live: a reader that nobody needs is no reader.</summary>
    internal GraphIndex(Graph graph, Liveness live)
    {
        (this.graph, this.live) = (graph, live);
        Variables = new(graph);
        foreach (var node in graph.Nodes.Where(live.IsLive))
        {
            AddReads(node, node.Inputs);
            AddInnerReads(node);
            if (node is AssignNode update)
            {
                Append(updates, update.Parameter, update);
            }
        }

        foreach (var output in graph.Outputs)
        {
            roots.TryAdd(
                (output.Value.Node, output.Value.Index),
                new($"the output {Printable.Quoted(output.Name)}", output.Location)
            );
        }

        foreach (var loss in graph.Losses)
        {
            foreach (var tensor in loss.Tensors)
            {
                roots.TryAdd(
                    (tensor.Node, tensor.Index),
                    new($"the loss {Printable.Quoted(loss.Name)}", loss.Location)
                );
            }
        }
    }

    /// <summary>The nodes that read a tensor; a Cond reads the results of its branches.</summary>
    internal IReadOnlyList<Node> ReadersOf(Tensor tensor) =>
        readers.TryGetValue((tensor.Node, tensor.Index), out var found) ? found : [];

    /// <summary>In which scopes the variables of loops are.</summary>
    internal LoopVariables Variables { get; }

    /// <summary>The nodes that yield a tensor with a dynamic dim.</summary>
    internal IReadOnlyList<Node> HoldersOf(Dim dim) => (holders ??= Holders()).GetValueOrDefault(dim) ?? [];

    /// <summary>The nodes that read a parameter.</summary>
    internal IReadOnlyList<Node> ReadersOf(Parameter parameter) =>
        parameterReaders.TryGetValue(parameter, out var found) ? found : [];

    /// <summary>The updates of a parameter, in the order of recording.</summary>
    internal IReadOnlyList<AssignNode> UpdatesOf(Parameter parameter) =>
        updates.TryGetValue(parameter, out var found) ? found : [];

    /// <summary>An update that learns a parameter, or whose value is made of a tensor in a few steps; null if there is none near.</summary>
    internal AssignNode? UpdateLearning(Tensor tensor)
    {
        if (tensor.Node is ParameterNode { Parameter: var parameter })
        {
            return UpdatesOf(parameter) is [var own, ..] ? own : null;
        }

        var level = new List<Tensor> { tensor };
        for (var step = 0; step < UpdateSteps; step++)
        {
            var readers = level.SelectMany(ReadersOf).Take(UpdateReaders).ToList();
            if (readers.OfType<AssignNode>().FirstOrDefault() is { } update)
            {
                return update;
            }

            level = [.. readers.OfType<BinaryNode>().Select(reader => reader.Output)];
        }

        return null;
    }

    /// <summary>The output or loss that a tensor is, or null.</summary>
    internal GraphRoot? RootOf(Tensor tensor) => roots.GetValueOrDefault((tensor.Node, tensor.Index));

    // What is read of the blocks inside.
    private void AddInnerReads(Node node)
    {
        switch (node)
        {
            case CondNode cond:
                foreach (var result in cond.Outputs.Where(live.IsRead))
                {
                    AddReads(cond, [cond.ThenResults[result.Index], cond.OtherwiseResults[result.Index]]);
                }

                break;
            case LoopNode loop:
                AddReads(loop, [.. loop.Outputs.Where(live.IsRead).Select(result => loop.Yields[result.Index].Value)]);
                AddReads(loop, loop.End is null ? [] : [loop.End]);
                break;
            case MaskedNode masked:
                AddReads(masked, [masked.Result]);
                break;
            case LoopStateNode state:
                AddReads(state, [state.Next!]);
                break;
        }
    }

    private Dictionary<Dim, List<Node>> Holders()
    {
        var found = new Dictionary<Dim, List<Node>>(ReferenceEqualityComparer.Instance);
        foreach (var node in graph.Nodes)
        {
            if (live.IsLive(node))
            {
                AddDynamicDims(node, found);
            }
        }

        return found;
    }

    private static void AddDynamicDims(Node node, Dictionary<Dim, List<Node>> found)
    {
        foreach (var tensor in node.Outputs)
        {
            foreach (var dim in tensor.Dims)
            {
                if (dim.IsDynamic)
                {
                    Append(found, dim, node);
                }
            }
        }
    }

    private void AddReads(Node reader, ImmutableArray<Tensor> inputs)
    {
        foreach (var input in inputs)
        {
            if (input.Node is ParameterNode read)
            {
                Append(parameterReaders, read.Parameter, reader);
            }
            else if (input.Node.Net is not null)
            {
                Append(readers, (input.Node, input.Index), reader);
            }
        }
    }

    private static void Append<TKey, TItem>(Dictionary<TKey, List<TItem>> lists, TKey key, TItem item)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        list.Add(item);
    }
}
