namespace NetDsl.Reference;

/// <summary><c>sparse_softmax_cross_entropy_with_logits</c>: for class indices, how unlikely they are.</summary>
internal sealed class SparseCrossEntropyEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = ["logits", "targets", "axis"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Other("logits") is not { } logits || step.Other("targets") is not { } targets)
        {
            return null;
        }

        var place = step.Call.Has("axis") ? step.AxisOf(logits.Type, "axis") : logits.Type.FeatureIndex;
        if (place is not { } axis || step.Aligned(targets, step.Type) is not { } indices)
        {
            return null;
        }

        var frames = logits.Value.Shape.RemoveAt(axis);
        var wanted = OneHot.Of(Broadcasting.Fill(indices.Array, frames), axis, logits.Value.Shape[axis]);
        return -(Value.Constant(wanted) * logits.Value.LogSoftmax(axis)).Sum(axis).Remove(axis);
    }
}
