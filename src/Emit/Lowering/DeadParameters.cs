namespace NetDsl.Emit;

/// <summary>Finds parameters that are read, but by nothing that is needed: they are missing in the config, and in checkpoints.</summary>
internal static class DeadParameters
{
    internal static void Report(Graph graph, Liveness live, List<Diagnostic> diagnostics)
    {
        var needed = new HashSet<Parameter>(graph.Parameters.Length, ReferenceEqualityComparer.Instance);
        foreach (var node in graph.Nodes)
        {
            if (!live.IsLive(node))
            {
                continue;
            }

            foreach (var read in node.Reads)
            {
                Add(read, needed);
            }

            if (node is AssignNode update)
            {
                needed.Add(update.Parameter);
            }
        }

        foreach (var tensor in graph.Losses.SelectMany(loss => loss.Tensors))
        {
            Add(tensor, needed);
        }

        foreach (var output in graph.Outputs)
        {
            Add(output.Value, needed);
        }

        foreach (var (parameter, name) in graph.Parameters)
        {
            if (!needed.Contains(parameter))
            {
                diagnostics.Add(UpdateDiagnostics.Dead(name, parameter));
            }
        }
    }

    private static void Add(Tensor read, HashSet<Parameter> needed)
    {
        if (read.Node is ParameterNode { Parameter: var parameter })
        {
            needed.Add(parameter);
        }
    }
}
