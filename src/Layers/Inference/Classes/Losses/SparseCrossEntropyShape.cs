namespace NetDsl.Layers;

/// <summary><c>sparse_softmax_cross_entropy_with_logits</c>: one number for each class index.</summary>
internal sealed class SparseCrossEntropyShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (call.Layer("logits") is not { } logits)
        {
            return call.Unknown();
        }

        var place = call.Has("axis") ? call.AxisOf(logits, "axis") : logits.FeatureIndex;
        if (place is not { } index)
        {
            return call.Fault is null && !call.IsOpaque ? call.Fail(ShapeFaults.NoAxis("axis", "\"F\"", logits)) : null;
        }

        var output = logits.Without(index);
        return call.Layer("targets") is not { } targets || Fits(call, targets, logits.Axes[index], output)
            ? output
            : null;
    }

    private static bool Fits(LayerCall call, TensorType targets, Axis classes, TensorType output)
    {
        if (!targets.DataType.Contains("int", StringComparison.Ordinal))
        {
            call.Fail(ShapeFaults.DataType($"The targets hold {targets.DataType}", "whole numbers"));
            return false;
        }

        var isExact = call.Axis("axis") is not null;
        if (
            isExact
                ? targets.Sparse?.IsSame(classes) == true
                : targets.Sparse is null || targets.Sparse.Size == classes.Size
        )
        {
            return CommonType.IsCompatible(call, targets, output, mindsDataType: false, mindsSparse: false);
        }

        call.Fail(ShapeFaults.DataType($"The targets are {targets}", $"indices into {classes}"));
        return false;
    }
}
