using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>Who reads what, and who assigns what, in one pass; so that rules look things up instead of searching.</summary>
internal sealed class GraphIndex
{
    private readonly Dictionary<(Node Node, int Index), List<Node>> readers = [];
    private readonly Dictionary<Parameter, List<Node>> parameterReaders = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Parameter, List<AssignNode>> updates = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<(Node Node, int Index)> roots = [];

    /// <summary>Indexes what is live: a reader that nobody needs is no reader.</summary>
    internal GraphIndex(Graph graph, Liveness live)
    {
        foreach (var node in graph.Nodes.Where(live.IsLive))
        {
            AddReads(node, node.Inputs);
            if (node is CondNode cond)
            {
                foreach (var result in cond.Outputs.Where(live.IsRead))
                {
                    AddReads(cond, [cond.ThenResults[result.Index], cond.OtherwiseResults[result.Index]]);
                }
            }
            else if (node is AssignNode update)
            {
                Append(updates, update.Parameter, update);
            }
        }

        foreach (
            var value in graph.Losses.Select(loss => loss.Value).Concat(graph.Outputs.Select(output => output.Value))
        )
        {
            roots.Add((value.Node, value.Index));
        }
    }

    /// <summary>The nodes that read a tensor; a Cond reads the results of its branches.</summary>
    internal IReadOnlyList<Node> ReadersOf(Tensor tensor) =>
        readers.TryGetValue((tensor.Node, tensor.Index), out var found) ? found : [];

    /// <summary>The nodes that read a parameter.</summary>
    internal IReadOnlyList<Node> ReadersOf(Parameter parameter) =>
        parameterReaders.TryGetValue(parameter, out var found) ? found : [];

    /// <summary>The updates of a parameter, in the order of recording.</summary>
    internal IReadOnlyList<AssignNode> UpdatesOf(Parameter parameter) =>
        updates.TryGetValue(parameter, out var found) ? found : [];

    /// <summary>Whether a tensor is an output or a loss.</summary>
    internal bool IsRoot(Tensor tensor) => roots.Contains((tensor.Node, tensor.Index));

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
