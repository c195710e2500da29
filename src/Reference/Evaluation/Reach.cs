using NetDsl.Emit;

namespace NetDsl.Reference;

/// <summary>Which layers TensorFlow computes for some: all that they read, and in a cond the branch that is taken.</summary>
internal static class Reach
{
    internal static IReadOnlySet<NetLayer> From(StepState state, IEnumerable<NetLayer> fetched)
    {
        var reached = new HashSet<NetLayer>();
        var open = new Queue<NetLayer>(fetched);
        while (open.TryDequeue(out var layer))
        {
            if (!reached.Add(layer))
            {
                continue;
            }

            foreach (var needed in Needs(state, layer))
            {
                open.Enqueue(needed);
            }
        }

        return reached;
    }

    private static IEnumerable<NetLayer> Needs(StepState state, NetLayer layer)
    {
        foreach (var reference in layer.References)
        {
            foreach (var needed in Targets(state, reference))
            {
                yield return needed;
            }
        }

        foreach (var inner in layer.Inner)
        {
            var isBranch = inner.Kind == ScopeKind.Branch && inner.Option != "condition";
            if (isBranch && Conditions.Branch(state, layer) != inner)
            {
                continue;
            }

            if (inner.HoldsOneLayer)
            {
                yield return inner.Layers[0];
            }
            else if (inner.TryGet("output", out var output))
            {
                yield return output;
            }
        }
    }

    private static IEnumerable<NetLayer> Targets(StepState state, NetReference reference)
    {
        switch (reference.Target)
        {
            case LayerTarget { Layer: var layer }:
                yield return layer;
                break;
            case SubLayerTarget { Layer: { ClassName: "cond" } cond, SubLayer: var name }:
                if (Conditions.Branch(state, cond)?.Layers[0].Inner is [var inner] && inner.TryGet(name, out var part))
                {
                    yield return part;
                }

                break;
            case SubLayerTarget { Layer: var owner, Inner: var inside }:
                yield return inside ?? owner;
                break;
            case ScopeInputTarget input:
                foreach (var layer in input.Sources.SelectMany(source => Targets(state, source)))
                {
                    yield return layer;
                }

                break;
        }
    }
}
