namespace NetDsl.Emit;

/// <summary>Who reads what, and who assigns what, in one pass; so that rules look things up instead of searching.</summary>
internal sealed class GraphIndex
{
    // (batch - running) * momentum: an update's value is that far from what it learns.
    private const int UpdateSteps = 3;
    private const int UpdateReaders = 8;

    private readonly ResultNumbers numbers;
    private readonly ReaderTable readers;
    private readonly ReaderTable parameterReaders;
    private readonly Dictionary<Parameter, List<AssignNode>> updates = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(Node Node, int Index), GraphRoot> roots = [];
    private readonly ResultSet isRoot;
    private readonly Graph graph;
    private readonly Liveness live;
    private Dictionary<Dim, List<Node>>? holders;

    /// <summary>Indexes what is live: a reader that nobody needs is no reader.</summary>
    internal GraphIndex(Graph graph, Liveness live)
    {
        (this.graph, this.live) = (graph, live);
        Variables = new(graph);
        numbers = new(graph);
        var reads = new Reads(graph, live, numbers);
        foreach (var node in graph.Nodes)
        {
            if (live.IsLive(node))
            {
                reads.Add(node);
                if (node is AssignNode update)
                {
                    Append(updates, update.Parameter, update);
                }
            }
        }

        (readers, parameterReaders) = (reads.OfResults(), reads.OfParameters());
        isRoot = new(graph.NodeCount);
        foreach (var output in graph.Outputs)
        {
            AddRoot(output.Value, $"the output {Printable.Quoted(output.Name)}", output.Location);
        }

        foreach (var loss in graph.Losses)
        {
            foreach (var tensor in loss.Tensors)
            {
                AddRoot(tensor, $"the loss {Printable.Quoted(loss.Name)}", loss.Location);
            }
        }
    }

    /// <summary>The nodes that read a tensor; a Cond reads the results of its branches.</summary>
    internal ReadOnlySpan<Node> ReadersOf(Tensor tensor) =>
        numbers.Of(tensor) is >= 0 and var number ? readers[number] : [];

    /// <summary>In which scopes the variables of loops are.</summary>
    internal LoopVariables Variables { get; }

    /// <summary>The nodes that yield a tensor with a dynamic dim.</summary>
    internal IReadOnlyList<Node> HoldersOf(Dim dim) => (holders ??= Holders()).GetValueOrDefault(dim) ?? [];

    /// <summary>The nodes that read a parameter.</summary>
    internal ReadOnlySpan<Node> ReadersOf(Parameter parameter) =>
        graph.PlaceOf(parameter) is >= 0 and var place ? parameterReaders[place] : [];

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
            var next = new List<Node>(UpdateReaders);
            foreach (var read in level)
            {
                var found = ReadersOf(read);
                next.AddRange(found[..Math.Min(found.Length, UpdateReaders - next.Count)]);
            }

            if (next.OfType<AssignNode>().FirstOrDefault() is { } update)
            {
                return update;
            }

            level = [.. next.OfType<BinaryNode>().Select(reader => reader.Output)];
        }

        return null;
    }

    /// <summary>The output or loss that a tensor is, or null.</summary>
    internal GraphRoot? RootOf(Tensor tensor) =>
        isRoot.Contains(tensor) || tensor.Node.Net is null
            ? roots.GetValueOrDefault((tensor.Node, tensor.Index))
            : null;

    private void AddRoot(Tensor tensor, string words, SourceLocation location)
    {
        roots.TryAdd((tensor.Node, tensor.Index), new(words, location));
        if (tensor.Node.Net is not null)
        {
            isRoot.Add(tensor);
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

    private static void Append<TKey, TItem>(Dictionary<TKey, List<TItem>> lists, TKey key, TItem item)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        list.Add(item);
    }

    /// <summary>All reads on the way to the tables.</summary>
    private sealed class Reads(Graph graph, Liveness live, ResultNumbers numbers)
    {
        private readonly List<(int Read, Node Reader)> results = new(2 * numbers.Count);
        private readonly List<(int Read, Node Reader)> parameters = new(graph.Parameters.Length);

        internal ReaderTable OfResults() => new(numbers.Count, results);

        internal ReaderTable OfParameters() => new(graph.Parameters.Length, parameters);

        // Of the blocks inside, what comes out of them is read, too.
        internal void Add(Node node)
        {
            foreach (var input in node.Inputs)
            {
                Add(node, input);
            }

            switch (node)
            {
                case CondNode cond:
                    foreach (var result in cond.Outputs.Where(live.IsRead))
                    {
                        Add(cond, cond.ThenResults[result.Index]);
                        Add(cond, cond.OtherwiseResults[result.Index]);
                    }

                    break;
                case LoopNode loop:
                    foreach (var result in loop.Outputs.Where(live.IsRead))
                    {
                        Add(loop, loop.Yields[result.Index].Value);
                    }

                    if (loop.End is { } end)
                    {
                        Add(loop, end);
                    }

                    break;
                case MaskedNode masked:
                    Add(masked, masked.Result);
                    break;
                case LoopStateNode state:
                    Add(state, state.Next!);
                    break;
            }
        }

        private void Add(Node reader, Tensor input)
        {
            if (input.Node is ParameterNode read)
            {
                parameters.Add((graph.PlaceOf(read.Parameter), reader));
            }
            else if (numbers.Of(input) is >= 0 and var number)
            {
                results.Add((number, reader));
            }
        }
    }
}
