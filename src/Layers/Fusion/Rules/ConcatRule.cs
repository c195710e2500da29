using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary>
/// Lets a linear map or a recurrent layer read several layers by itself: RETURNN concatenates what it reads in the feature dim
/// (contract 3.2), as a <c>copy</c> or a <c>concat</c> of them does.
/// </summary>
internal sealed class ConcatRule : ILayerRule
{
    public string Name => "concat";

    public Takeover? At(Node node, LayerNode? layer, ILayerContext context)
    {
        if (
            layer is not { LayerClass: "linear" or "softmax" or "rec", Sources: [var whole] }
            || layer is { LayerClass: "rec" } && layer.Options["unit"] is not StringValue
            || layer.Options["dropout_axis"] is not null
            || context.LayerOf(whole) is not { Sources.Length: > 1 } joining
            || !ReferenceEquals(joining.Block, layer.Block)
            || !JoinsFeatures(joining, context)
            || (layer.Options["in_dim"] is DimValue input && !ReferenceEquals(input.Value, whole.Dims.Feature))
        )
        {
            return null;
        }

        // RETURNN takes in_dim of a single source only (tf/layers/base.py:439).
        return context.MustStay(whole) is { } refusal
            ? Takeover.Refused(node, refusal)
            : Takeover.By(layer.Reading(joining.Sources, layer.Options.Without("in_dim")), node);
    }

    private static bool JoinsFeatures(LayerNode joining, ILayerContext context)
    {
        switch (joining.LayerClass)
        {
            case "copy":
                return joining.Options.Count == 1 && joining.Options["out_dim"] is DimValue;
            case "concat" when joining.Options["from"] is SequenceValue pairs:
                foreach (var item in pairs.Items)
                {
                    if (
                        item is not SequenceValue { Items: [TensorValue source, DimValue axis] }
                        || !ReferenceEquals(FeatureOf(source.Value, context), axis.Value)
                    )
                    {
                        return false;
                    }
                }

                return true;
            default:
                return false;
        }
    }

    // What RETURNN takes for the features of a tensor, where that is certain: it does not of all that other layers yield.
    private static Dim? FeatureOf(Tensor tensor, ILayerContext context) =>
        context.LayerOf(tensor) switch
        {
            null when tensor.Node is MaskedNode masked => FeatureOf(masked.Result, context),
            null => HasPlainFeatures(tensor.Node) && tensor.Sparse is null && Statics(tensor.Dims) is [var only]
                ? only
                : null,
            { LayerClass: "rec" or "rnn_cell" or "linear" or "copy" } layer => (
                layer.Options["out_dim"] as DimValue
            )?.Value,
            { LayerClass: "dropout" or "activation" or "repeat", Sources: [var source] } => FeatureOf(source, context),
            _ => null,
        };

    // Products of matrices, and what a loop carries from step to step, have the one dim of fixed size that is left.
    private static bool HasPlainFeatures(Node node) => node is InputNode or DotNode or LoopStateNode or UnstackNode;

    private static ImmutableArray<Dim> Statics(Shape dims) => [.. dims.Where(dim => dim.Size is not null)];
}
