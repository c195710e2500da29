namespace NetDsl.Emit;

/// <summary>Nets inside of layers need a layer <c>output</c> (contract 3.4, 8).</summary>
internal sealed class InnerOutputCheck(NetStructure structure, NetPlaces places, List<Diagnostic> diagnostics)
{
    internal void Run()
    {
        foreach (var scope in structure.All.SelectMany(layer => layer.Inner))
        {
            if (!scope.HoldsOneLayer && !scope.IsOpen && !scope.TryGet("output", out _))
            {
                var owner = scope.Owner!;
                var finding = ReferenceDiagnostics.NoOutput(places.Of(owner).At(scope.Option), Nearest(scope));
                diagnostics.Add(owner.IsBuilt ? finding : finding with { Severity = Severity.Warning });
            }
        }
    }

    private static string? Nearest(NetScope scope) =>
        NearMiss.Find("output", scope.Layers.Select(layer => layer.Name), limit: 2);
}
