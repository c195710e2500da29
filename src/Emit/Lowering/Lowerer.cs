namespace NetDsl.Emit;

/// <summary>Runs the rules over a graph.</summary>
internal static class Lowerer
{
    internal static (LoweredGraph Graph, LoweringReport Report) Lower(Graph graph, EmitOptions options, List<Diagnostic> diagnostics)
    {
        var lowered = new LoweredGraph(graph);
        return (lowered, new LoweringReport([]));
    }
}
