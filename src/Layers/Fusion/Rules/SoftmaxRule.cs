namespace NetDsl.Layers;

/// <summary>
/// Makes one <c>softmax</c> layer of a linear map whose result is read by a softmax, a cross entropy that is a loss, or both.
/// RETURNN then computes the loss from the logits, and reports the frame error beside it.
/// </summary>
internal sealed class SoftmaxRule : ILayerRule
{
    public string Name => "softmax";

    public Takeover? At(Node node, LayerNode? layer, ILayerContext context)
    {
        var isLinear =
            layer is { LayerClass: "linear" }
            && layer.Options["activation"] is NoneValue
            && layer.Options["out_dim"] is DimValue;
        return isLinear && Find(node.Output, layer!, context) is { } use ? Take(layer!, use) : null;
    }

    private static Use? Find(Tensor logits, LayerNode linear, ILayerContext context)
    {
        var classes = ((DimValue)linear.Options["out_dim"]!).Value;
        var use = new Use(null, null, null);
        foreach (var reader in context.ReadersOf(logits))
        {
            var next = reader switch
            {
                SoftmaxNode { Logarithm: false } softmax
                    when use.Softmax is null && IsInRoot(softmax) && ReferenceEquals(softmax.Over, classes) => use with
                {
                    Softmax = softmax,
                },
                CrossEntropyNode entropy when use.Loss is null && LossOf(entropy, classes, context) is { } loss =>
                    use with
                    {
                        Entropy = entropy,
                        Loss = loss,
                    },
                _ => null,
            };
            if (next is null)
            {
                return null;
            }

            use = next;
        }

        return use.IsNothing || use.IsEarly || context.IsResult(logits) ? null : use;
    }

    // RETURNN computes the cross entropy of the layer's output with class indices (contract 9). It has no option to be an error, and
    // what normalises it may come later than the layer.
    private static LossRoot? LossOf(CrossEntropyNode entropy, Dim classes, ILayerContext context)
    {
        var isOfClasses = entropy.Target is { Sparse: { } sparse } && ReferenceEquals(sparse, classes);
        return
            isOfClasses
            && context.ReadersOf(entropy.Output).IsEmpty
            && context.OnlyLossOf(entropy.Output) is { IsError: false, Normalizer: null or { Node: InputNode } } loss
            ? loss
            : null;
    }

    private static Takeover Take(LayerNode linear, Use use)
    {
        var place = (Node?)use.Softmax ?? use.Entropy!;
        var layer = linear.As("softmax", linear.Options.Without("activation"), place);
        var variant =
            use.Loss is null ? "no loss"
            : use.Softmax is null ? "loss only"
            : "with loss";
        return Takeover.By(layer, place, variant) with
        {
            YieldsResult = use.Softmax is not null,
            Loss = use.Loss is { } loss ? (loss, new("ce", use.Entropy!.Target)) : null,
        };
    }

    private static bool IsInRoot(Node node) => node.Block!.Parent is null;

    private sealed record Use(SoftmaxNode? Softmax, CrossEntropyNode? Entropy, LossRoot? Loss)
    {
        internal bool IsNothing => Softmax is null && Loss is null;

        // The layer stands where the softmax does, and cannot name a target that is computed behind it.
        internal bool IsEarly =>
            Softmax is not null && Entropy is { Target.Node: not InputNode and var target } && target.Id > Softmax.Id;
    }
}
