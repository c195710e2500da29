namespace NetDsl.Reference;

/// <summary><c>batch_softmax</c>: softmax over all frames and features of a sequence at once.</summary>
internal sealed class BatchSoftmaxEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = [.. SourceOptions.All];

    public Value? Evaluate(LayerStep step)
    {
        if (
            step.Input()
            is not { Type: { Rank: 3, BatchIndex: { } batch, TimeIndex: { } time, FeatureIndex: { } feature } } input
        )
        {
            return step.Refuse("from");
        }

        var value = input.Value;
        if (step.Mask(input.Type, time, value.Shape[time]) is { } mask)
        {
            value = Value.Constant(mask).Choose(value, Value.Constant(double.NegativeInfinity));
        }

        return value.Softmax(time, feature).Permute(batch, time, feature);
    }
}
