namespace NetDsl.Reference;

/// <summary><c>generic_attention</c>: the frames of a base, summed with given weights over time.</summary>
internal sealed class GenericAttentionEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = ["base", "weights", "auto_squeeze"];

    public Value? Evaluate(LayerStep step)
    {
        if (
            step.Other("base") is not { Type: { BatchIndex: { } baseBatch, TimeIndex: { } baseTime } } frames
            || step.Other("weights") is not { Type: { BatchIndex: { } batch, TimeIndex: { } time } } weights
        )
        {
            return step.Refuse("base");
        }

        // One frame for each sequence; more axes than these are for the layer's own arithmetic.
        var squeezed = weights.Value.Permute([batch, time, .. Rest(weights, batch, time)]);
        if (frames.Type.Rank != 3 || squeezed.Shape[2..].Any(size => size != 1) || step.Type.Rank != 2)
        {
            return step.Refuse("weights");
        }

        var feature = 3 - baseBatch - baseTime;
        return Value.Of(
            new Contract([0, 1], [0, 1, 2], [0, 2]),
            squeezed.Reshape(squeezed.Shape[..2]),
            frames.Value.Permute(baseBatch, baseTime, feature)
        );
    }

    private static IEnumerable<int> Rest(Datum weights, int batch, int time) =>
        Enumerable.Range(0, weights.Type.Rank).Where(axis => axis != batch && axis != time);
}
