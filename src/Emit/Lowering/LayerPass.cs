using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>Lets the rules on layers work wherever they can: one pass in the order of the recording, in which a layer only moves on.</summary>
internal sealed class LayerPass(LoweredGraph lowered, LayerContext context)
{
    private readonly NodeSet made = new(lowered.NodeCount);

    /// <param name="rules">Tried one after the other at each node.</param>
    /// <param name="live">What is needed after all rules before.</param>
    internal IEnumerable<LoweringEntry> Run(IReadOnlyList<ILayerRule> rules, Liveness live)
    {
        foreach (var node in lowered.Graph.Nodes)
        {
            foreach (var rule in rules)
            {
                var standing = lowered.ChainAt(node)?[^1] ?? node;
                if (
                    (live.IsLive(standing) || made.Contains(standing))
                    && rule.At(node, standing as LayerNode, context) is { } takeover
                )
                {
                    yield return takeover.Layer is { } layer ? Take(rule, takeover, layer) : Refuse(rule, takeover);
                }
            }
        }
    }

    private LoweringEntry Take(ILayerRule rule, Takeover takeover, LayerNode layer)
    {
        if (lowered.ChainAt(takeover.Place) is not null)
        {
            lowered.Exchange(takeover.Place, layer);
        }
        else if (takeover.YieldsResult)
        {
            lowered.Replace(takeover.Place.Output, [layer], []);
        }
        else
        {
            lowered.Insert(takeover.Place, [layer]);
        }

        made.Add(layer);
        if (takeover.Loss is { } loss)
        {
            lowered.ComputeLoss(loss.Root, layer, loss.How);
        }

        return Entry(rule, takeover.Place, layer) with
        {
            Variant = takeover.Variant,
        };
    }

    private LoweringEntry Refuse(ILayerRule rule, Takeover takeover) =>
        Entry(rule, takeover.Place, takeover.Place) with
        {
            Reason = takeover.Refusal!.Reason,
            Cause = takeover.Refusal.Location,
        };

    private LoweringEntry Entry(ILayerRule rule, Node place, Node layer) =>
        new(rule.Name, place.Location) { Order = place.Id, Module = lowered.Graph.Modules.PathOf(layer.Module) };
}
