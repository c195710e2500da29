namespace NetDsl.Layers;

/// <summary><c>ctc_loss</c>: one number for each sequence; the logits may have one class more, for blank.</summary>
internal sealed class CtcLossShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (
            call.Layer("logits")?.FeatureOrSparse is { Size: { } size } classes
            && call.Layer("targets") is { } targets
            && targets.Sparse?.Size != size
            && targets.Sparse?.Size != size - 1
        )
        {
            return call.Fail(
                ShapeFaults.DataType(
                    $"The targets are {targets}",
                    $"indices into {classes}, or one class less for blank"
                )
            );
        }

        // RETURNN asks both for their time axis; without one there are no lengths (tf/layers/basic.py:11643-11649).
        return HasTime(call, "logits") && HasTime(call, "targets") ? new([call.Space.Batch]) : null;
    }

    private static bool HasTime(LayerCall call, string option)
    {
        if (call.Layer(option) is not { TimeIndex: null } type)
        {
            return true;
        }

        call.Fail(ShapeFaults.NoAxis(option, "\"T\"", type));
        return false;
    }
}
