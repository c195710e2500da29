namespace NetDsl.Emit;

/// <summary>From references to lines between nodes: what is read goes into nets inside and comes out of them.</summary>
internal sealed class PictureEdges(
    NetStructure structure,
    IReadOnlyDictionary<NetLayer, PictureNode> byLayer,
    IReadOnlyDictionary<string, PictureNode> inputs
)
{
    private const int Deepest = 100;

    internal IEnumerable<PictureEdge> All()
    {
        var seen = new HashSet<PictureEdge>();
        var read = structure.Inputs.Select(input => (input.Scope.Owner, input.Option)).ToHashSet();
        // What is built first reads nothing: its lines to every part of the net would hide all others.
        foreach (var layer in structure.All.Where(layer => !ConstructionOrder.IsOrder(layer.Name)))
        {
            foreach (var reference in layer.References)
            {
                // The layers inside read it themselves.
                if (layer.Inner.Count > 0 && read.Contains((layer, reference.Option)))
                {
                    continue;
                }

                foreach (var from in Ends(reference, 0))
                {
                    var edge = new PictureEdge(from, byLayer[layer], KindOf(reference));
                    if ((edge.From != edge.To || reference.IsPrevious) && seen.Add(edge))
                    {
                        yield return edge;
                    }
                }
            }
        }
    }

    private static PictureEdgeKind KindOf(NetReference reference) =>
        reference.IsPrevious ? PictureEdgeKind.Previous
        : reference.Need == ReferenceNeed.Parameters || reference.Option.StartsWith("control", StringComparison.Ordinal)
            ? PictureEdgeKind.Other
        : PictureEdgeKind.Data;

    private IEnumerable<PictureNode> Ends(NetReference reference, int depth) =>
        reference.Target switch
        {
            _ when depth > Deepest => [],
            LayerTarget { Layer: var layer } => Ends(layer, depth),
            SubLayerTarget { Inner: { } inner } => Ends(inner, depth),
            SubLayerTarget { Layer: var layer } => [byLayer[layer]],
            ExternDataTarget { RegisteredBy: { } layer } => Ends(layer, depth),
            ExternDataTarget { Key: var key } when inputs.TryGetValue(key, out var input) => [input],
            ScopeInputTarget input => input.Sources.SelectMany(source => Ends(source, depth + 1)),
            _ => [],
        };

    private IEnumerable<PictureNode> Ends(NetLayer layer, int depth)
    {
        var inner = layer
            .Inner.Where(scope => scope.Option != "condition")
            .Select(scope =>
                scope.HoldsOneLayer ? scope.Layers[0]
                : scope.TryGet("output", out var output) ? output
                : null
            )
            .OfType<NetLayer>()
            .ToList();
        return inner.Count == 0 || depth > Deepest
            ? [byLayer[layer]]
            : inner.SelectMany(output => Ends(output, depth + 1));
    }
}
