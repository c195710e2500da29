namespace NetDsl.Emit;

/// <summary>What is computed with what: layers, and the inputs of nets inside of layers.</summary>
internal static class Upstream
{
    /// <summary>All that is computed when some layers are.</summary>
    internal static HashSet<NetLayer> Of(IEnumerable<NetLayer> layers)
    {
        var found = new HashSet<NetLayer>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<object>(layers);
        while (open.TryPop(out var subject))
        {
            if (!seen.Add(subject))
            {
                continue;
            }

            if (subject is NetLayer layer)
            {
                found.Add(layer);
            }

            foreach (var needed in NeededBy(subject))
            {
                open.Push(needed);
            }
        }

        return found;
    }

    /// <summary>The layers that are not computed without a layer of a class, and those of the class.</summary>
    internal static HashSet<NetLayer> WithClass(NetStructure structure, string className)
    {
        var found = new HashSet<object>(ReferenceEqualityComparer.Instance);
        if (structure.Layers.Any(layer => layer.ClassName == className))
        {
            var without = new HashSet<object>(ReferenceEqualityComparer.Instance);
            // In the order of construction what a layer needs is known before it.
            foreach (var layer in structure.Layers)
            {
                if (layer.ClassName == className || NeededBy(layer).Any(Finds))
                {
                    found.Add(layer);
                }
            }

            // Inputs nest no deeper than nets do.
            bool Finds(object subject)
            {
                if (subject is ScopeInputTarget && !found.Contains(subject) && without.Add(subject))
                {
                    _ = NeededBy(subject).Any(Finds) && found.Add(subject);
                }

                return found.Contains(subject);
            }
        }

        return [.. found.OfType<NetLayer>()];
    }

    private static IEnumerable<object> NeededBy(object subject) =>
        subject switch
        {
            NetLayer layer => layer.References.SelectMany(Needed).Concat(layer.Inner.SelectMany(Results)),
            ScopeInputTarget input => input.Sources.SelectMany(Needed),
            _ => [],
        };

    private static IEnumerable<object> Needed(NetReference reference) =>
        reference.Target switch
        {
            LayerTarget { Layer: var layer } => [layer],
            SubLayerTarget sub => sub.Layer.Inner.SelectMany(branch => Result(branch, sub.SubLayer)).Prepend(sub.Layer),
            ExternDataTarget { RegisteredBy: { } layer } => [layer],
            ScopeInputTarget input => [input],
            _ => [],
        };

    // A further result of a cond is computed in both of its branches.
    private static IEnumerable<NetLayer> Result(NetScope branch, string name) =>
        branch is { HoldsOneLayer: true, Layers: [var one] }
        && one.InnerOf("subnetwork") is { } net
        && net.TryGet(name, out var layer)
            ? [layer]
            : [];

    // Of a loop everything is taken to be computed.
    private static IEnumerable<NetLayer> Results(NetScope scope) =>
        scope.Kind != ScopeKind.Subnetwork ? scope.Layers.Where(layer => layer.IsBuilt)
        : scope.TryGet("output", out var output) ? [output]
        : [];
}
