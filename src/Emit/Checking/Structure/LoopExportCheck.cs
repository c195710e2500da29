namespace NetDsl.Emit;

/// <summary>
/// Layers of a loop that are read from outside though RETURNN keeps none of their frames (contract 8). It keeps those of outputs, of
/// layers that it takes out of the loop, and of all that these read; said is only what is sure, of states that only states read.
/// </summary>
internal sealed class LoopExportCheck(NetStructure structure, NetPlaces places, List<Diagnostic> diagnostics)
{
    private const int MostFindings = 100;

    private readonly Dictionary<NetScope, HashSet<NetLayer>> inside = [];
    private readonly HashSet<NetLayer> reported = [];

    internal void Run()
    {
        foreach (var layer in structure.Layers)
        {
            foreach (var reference in layer.References)
            {
                // The last value has a rule of its own.
                if (reference is { Option: not "sub_layer_name", Target: SubLayerTarget { Inner: { } inner } target })
                {
                    Check(layer, reference, target.Layer, inner);
                }
            }
        }
    }

    private void Check(NetLayer layer, NetReference reference, NetLayer loop, NetLayer inner)
    {
        if (
            reported.Count < MostFindings
            && inner.Scope == loop.InnerOf("unit")
            && inner.Scope.Kind == ScopeKind.RecUnit
            && inner.IsBuilt
            && !loop.Scope.IsInLoop
            && InsideOnly(inner.Scope).Contains(inner)
            && reported.Add(inner)
        )
        {
            var finding = ReferenceDiagnostics.InsideLoop(places.Of(layer, reference), layer, reference, inner);
            diagnostics.Add(layer.IsForSearch ? finding with { Severity = Severity.Warning } : finding);
        }
    }

    private HashSet<NetLayer> InsideOnly(NetScope unit)
    {
        if (!inside.TryGetValue(unit, out var found))
        {
            inside.Add(unit, found = IsPlain(unit) ? Find(unit) : []);
        }

        return found;
    }

    // Of nets inside RETURNN may take out single layers, and with collocate_with several at once.
    private static bool IsPlain(NetScope unit) =>
        !unit.IsOpen
        && unit.Owner!.Options["axis"] is not CodeValue
        && !unit.Owner.Options.IsOn("state")
        && unit.Layers.All(layer =>
            !layer.IsCode
            && layer.Inner.Count == 0
            && layer.Options["collocate_with"] is null
            && layer.References.All(reference => reference.Target is not (SubLayerTarget or UnknownTarget))
        );

    private static HashSet<NetLayer> Find(NetScope unit)
    {
        var states = new LoopLayers(unit);
        var found = unit.Layers.Where(layer => states.IsState(layer) && !IsKept(layer)).ToHashSet();
        foreach (var reader in unit.Layers.Where(layer => !states.IsState(layer)))
        {
            found.ExceptWith(reader.References.Select(reference => reference.Target.Source).OfType<NetLayer>());
        }

        return found;
    }

    private static bool IsKept(NetLayer layer) =>
        layer.Name == "output"
        || layer.ClassName == "choice"
        || layer.Options.IsOn("is_output_layer")
        || layer.Options.IsOn("loss");
}
