namespace NetDsl.Emit;

/// <summary>Finds parameters that are read, but by nothing that is needed: they are missing in the config, and in checkpoints.</summary>
internal static class DeadParameters
{
    internal static void Report(Graph graph, Liveness live, List<Diagnostic> diagnostics)
    {
        var needed = new HashSet<Parameter>(ReferenceEqualityComparer.Instance);
        foreach (var node in graph.Nodes.Where(live.IsLive))
        {
            Add(node.Reads, needed);
            if (node is AssignNode update)
            {
                needed.Add(update.Parameter);
            }
        }

        Add(graph.Losses.SelectMany(loss => loss.Tensors), needed);
        Add(graph.Outputs.Select(output => output.Value), needed);
        foreach (var (parameter, name) in graph.Parameters)
        {
            if (!needed.Contains(parameter))
            {
                diagnostics.Add(UpdateDiagnostics.Dead(name, parameter));
            }
        }
    }

    private static void Add(IEnumerable<Tensor> reads, HashSet<Parameter> needed)
    {
        foreach (var read in reads)
        {
            if (read.Node is ParameterNode { Parameter: var parameter })
            {
                needed.Add(parameter);
            }
        }
    }
}
