using NetDsl.Layers;

namespace NetDsl.Tests.Reference;

/// <summary>A rule on layers with a mistake in the layer that it makes.</summary>
internal sealed class WrongTakeover(ILayerRule rule, Func<LayerNode, LayerNode> mistake) : ILayerRule
{
    public string Name => rule.Name;

    public Takeover? At(Node node, LayerNode? layer, ILayerContext context)
    {
        var takeover = rule.At(node, layer, context);
        return takeover is { Layer: { } made }
            ? Takeover.By(mistake(made), takeover.Place, takeover.Variant) with
            {
                YieldsResult = takeover.YieldsResult,
                Loss = takeover.Loss,
            }
            : takeover;
    }
}
