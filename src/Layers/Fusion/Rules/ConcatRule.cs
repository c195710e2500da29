namespace NetDsl.Layers;

/// <summary>
/// Lets a linear map read several layers by itself: RETURNN concatenates what it reads in the feature dim (contract 3.2), as a
/// <c>copy</c> of them does.
/// </summary>
internal sealed class ConcatRule : ILayerRule
{
    public string Name => "concat";

    public Takeover? At(Node node, LayerNode? layer, ILayerContext context)
    {
        if (
            layer is not { LayerClass: "linear" or "softmax", Sources.Length: 1 }
            || context.LayerOf(layer.Sources[0]) is not { LayerClass: "copy", Sources.Length: > 1 } copy
            || !ReferenceEquals(copy.Block, layer.Block)
            || copy.Options.Count != 1
            || layer.Options["in_dim"] is not DimValue input
            || copy.Options["out_dim"] is not DimValue joined
            || !ReferenceEquals(input.Value, joined.Value)
        )
        {
            return null;
        }

        if (context.MustStay(layer.Sources[0]) is { } refusal)
        {
            return Takeover.Refused(node, refusal);
        }

        // RETURNN takes in_dim of a single source only (tf/layers/base.py:439), and drops along dims of the concatenated one.
        return layer.Options["dropout_axis"] is null
            ? Takeover.By(layer.Reading(copy.Sources, layer.Options.Without("in_dim")), node)
            : null;
    }
}
