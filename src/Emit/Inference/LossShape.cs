using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>Whether what a layer yields can be compared with the target of its loss (contract 9; <c>Loss._check_init</c> in RETURNN).</summary>
internal static class LossShape
{
    private const string WithBlank = "ctc";

    // The others compare with nothing, or in a way of their own.
    private static readonly string[] comparing = ["ce", "mse", "l1", "mean_l1", WithBlank];

    internal static void Check(LayerCall call, TensorType output)
    {
        if (
            call.Text("loss") is not { } loss
            || !comparing.AsSpan().Contains(loss)
            || call.Target() is not { } target
            || target.FeatureOrSparse?.Size is not { } size
            || output.FeatureOrSparse?.Size is not { } actual
            // A net that is only built, never trained, may have losses of no use.
            || output.BatchIndex is null
        )
        {
            return;
        }

        var needed = loss == WithBlank ? size + 1 : size;
        if (DenseRank(target) != DenseRank(output))
        {
            call.Fail(ShapeFaults.LossOfOtherRank(loss, output, target));
        }
        else if (needed != actual)
        {
            call.Fail(ShapeFaults.LossOfOtherSize(loss, actual, target, needed));
        }
    }

    private static int DenseRank(TensorType type) =>
        type.Rank - (type.BatchIndex is null ? 0 : 1) + (type.Sparse is null ? 0 : 1);
}
