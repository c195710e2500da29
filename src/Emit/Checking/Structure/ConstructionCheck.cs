namespace NetDsl.Emit;

/// <summary>What ends RETURNN while it builds a net of which every layer is right (contract 0.1).</summary>
internal sealed class ConstructionCheck(
    CheckTarget target,
    NetStructure structure,
    NetPlaces places,
    List<Diagnostic> diagnostics
)
{
    // Run: a chain of 150 layers is built, one of 200 is not.
    private const int Safe = 150;
    private const int Fatal = 200;
    private const string Flat = "flat_net_construction";

    internal void Run()
    {
        var isFlat = OptionTruth.IsTrue(target.Config[Flat]);
        if (isFlat && structure.Layers.FirstOrDefault(IsLostWhenFlat) is { } lost)
        {
            diagnostics.Add(ConstructionDiagnostics.FlatWithNets(places.Key(Flat), lost.Path));
        }

        var (layer, depth) = structure.Deepest;
        if (!isFlat && !target.RaisesRecursionLimit && layer is not null && depth > Safe)
        {
            var severity = depth >= Fatal ? Severity.Error : Severity.Warning;
            diagnostics.Add(ConstructionDiagnostics.TooDeep(places.Of(layer), depth) with { Severity = severity });
        }
    }

    private static bool IsLostWhenFlat(NetLayer layer) =>
        layer.ClassName == "cond"
            ? layer
                .Inner.SelectMany(branch => branch.Layers)
                .SelectMany(one => one.Inner)
                .SelectMany(net => net.Layers)
                .Any(inner => inner.Options.IsOn("is_output_layer"))
            : layer.Inner.Any(scope => scope.Kind is ScopeKind.Subnetwork or ScopeKind.RecUnit);
}
