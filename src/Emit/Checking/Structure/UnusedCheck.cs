namespace NetDsl.Emit;

/// <summary>Layers and inputs that nothing needs (contract 3.3).</summary>
internal sealed class UnusedCheck(
    Config config,
    NetSource source,
    NetStructure structure,
    NetPlaces places,
    List<Diagnostic> diagnostics
)
{
    private const int MostFindings = 100;

    internal void Run()
    {
        CheckLayers();
        CheckInputs();
    }

    // A chain that nothing needs is one finding, at its end.
    private void CheckLayers()
    {
        var dead = structure.Unbuilt.Where(layer => layer.Scope.Owner is null or { IsBuilt: true }).ToList();
        var read = structure
            .Unbuilt.SelectMany(
                layer => layer.References,
                (layer, reference) => (Layer: layer, Target: LayerOf(reference.Target))
            )
            .Where(pair => pair.Target != pair.Layer)
            .Select(pair => pair.Target)
            .ToHashSet();
        var ends = dead.Where(layer => !read.Contains(layer) && !layer.IsCode && !HoldsUpdate(layer));
        foreach (var layer in ends.Take(MostFindings))
        {
            diagnostics.Add(NetLintDiagnostics.NeverBuilt(places.Of(layer)));
        }
    }

    private static NetLayer? LayerOf(ReferenceTarget target) =>
        target switch
        {
            LayerTarget found => found.Layer,
            SubLayerTarget found => found.Layer,
            _ => null,
        };

    // Of an update that is never made there is another finding.
    private static bool HoldsUpdate(NetLayer layer)
    {
        var open = new Stack<NetLayer>([layer]);
        while (open.TryPop(out var next))
        {
            if (next.ClassName == "variable_assign")
            {
                return true;
            }

            foreach (var inner in next.Inner.SelectMany(scope => scope.Layers))
            {
                open.Push(inner);
            }
        }

        return false;
    }

    private void CheckInputs()
    {
        if (source.ExternData is null || source.IsOpen || config["get_network"] is not null)
        {
            return;
        }

        var read = new HashSet<string>(StringComparer.Ordinal);
        foreach (var layer in structure.All)
        {
            if (layer.IsCode || layer.Scope.IsOpen || MayReadInputs(layer))
            {
                return;
            }

            AddInputs(layer, read);
        }

        foreach (var key in source.ExternData.Where(key => !read.Contains(key)).Take(MostFindings))
        {
            diagnostics.Add(NetLintDiagnostics.UnusedInput(places.Key("extern_data", key), key));
        }
    }

    // Code may ask for any input.
    private static bool MayReadInputs(NetLayer layer) =>
        layer.Options.Any(option =>
            option.Value is CodeValue
            || (option.Value is StringValue text && text.Value.Contains("extern_data", StringComparison.Ordinal))
        );

    private void AddInputs(NetLayer layer, HashSet<string> read)
    {
        foreach (var reference in layer.References)
        {
            if (reference.Target is ExternDataTarget input)
            {
                read.Add(input.Key);
            }
        }

        if (layer.ClassName == "source")
        {
            read.Add((layer.Options["data_key"] as StringValue)?.Value ?? source.DefaultInput ?? "");
        }

        if (layer.Options["size_target"] is StringValue target)
        {
            read.Add(target.Value);
        }
    }
}
