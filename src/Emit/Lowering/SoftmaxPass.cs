namespace NetDsl.Emit;

/// <summary>
/// Makes one <c>softmax</c> layer of a linear map whose result is read by a softmax, a cross entropy that is a loss, or both.
/// RETURNN then computes the loss from the logits, and reports the frame error beside it.
/// </summary>
internal sealed class SoftmaxPass(LoweredGraph lowered, GraphIndex index)
{
    /// <summary>The rule's name on the command line.</summary>
    internal const string Name = "softmax";

    /// <summary>Runs over all linear layers that other rules have made.</summary>
    internal IEnumerable<LoweringEntry> Run(Liveness live)
    {
        var losses = lowered
            .Graph.Losses.Where(loss => loss.Value.Node is CrossEntropyNode)
            .ToLookup(loss => loss.Value.Node);
        foreach (var node in lowered.Graph.Nodes.Where(live.IsLive))
        {
            if (
                lowered.ChainAt(node) is [LayerNode { LayerClass: "linear" } linear]
                && Find(node.Output, linear, losses) is { } use
            )
            {
                yield return Fuse(linear, use);
            }
        }
    }

    private Use? Find(Tensor logits, LayerNode linear, ILookup<Node, LossRoot> losses)
    {
        if (index.RootOf(logits) is not null)
        {
            return null;
        }

        var classes = ((DimValue)linear.Options["out_dim"]!).Value;
        var use = new Use(null, null);
        foreach (var reader in index.ReadersOf(logits))
        {
            var next = reader switch
            {
                SoftmaxNode { Logarithm: false } softmax
                    when use.Softmax is null && IsInRoot(softmax) && ReferenceEquals(softmax.Over, classes) => use with
                {
                    Softmax = softmax,
                },
                CrossEntropyNode entropy when use.Loss is null && LossOf(entropy, classes, losses) is { } loss =>
                    use with
                    {
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

        return use;
    }

    // RETURNN computes the cross entropy of the layer's output with data of the dataset (contract 9).
    private LossRoot? LossOf(CrossEntropyNode entropy, Dim classes, ILookup<Node, LossRoot> losses)
    {
        var fits =
            entropy.Target is { Node: InputNode, Sparse: { } sparse }
            && ReferenceEquals(sparse, classes)
            && index.ReadersOf(entropy.Output).Count == 0
            && losses[entropy].Count() == 1
            && !lowered.Graph.Outputs.Any(output => output.Value.Is(entropy.Output));
        return fits ? losses[entropy].Single() : null;
    }

    private LoweringEntry Fuse(LayerNode linear, Use use)
    {
        var place = (Node?)use.Softmax ?? use.Loss!.Value.Node;
        var options = DictValue.Empty;
        foreach (var (key, value) in linear.Options.Where(option => option.Key != "activation"))
        {
            options = options.With(key, value);
        }

        var layer = linear.As("softmax", options, place);
        if (use.Softmax is { } softmax)
        {
            lowered.Replace(softmax.Output, [layer], []);
        }
        else
        {
            lowered.Insert(place, [layer]);
        }

        if (use.Loss is { } loss)
        {
            var target = ((InputNode)((CrossEntropyNode)loss.Value.Node).Target.Node).Key;
            lowered.ComputeLoss(loss, layer, new("ce", target));
        }

        return new(Name, place.Location)
        {
            Order = place.Id,
            Module = lowered.Graph.Modules.PathOf(linear.Module),
            Variant =
                use.Loss is null ? "no loss"
                : use.Softmax is null ? "loss only"
                : "with loss",
        };
    }

    private static bool IsInRoot(Node node) => node.Block!.Parent is null;

    private sealed record Use(SoftmaxNode? Softmax, LossRoot? Loss);
}
