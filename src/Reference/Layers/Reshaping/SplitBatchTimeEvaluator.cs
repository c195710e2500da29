namespace NetDsl.Reference;

/// <summary><c>split_batch_time</c>: a batch of frames as the batch and time of another layer.</summary>
internal sealed class SplitBatchTimeEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = [.. SourceOptions.All, "base"];

    public Value? Evaluate(LayerStep step)
    {
        if (
            step.Input() is not { Type.BatchIndex: { } batch } input
            || step.Other("base") is not { Type: { BatchIndex: { } sequences, TimeIndex: { } time } } frames
        )
        {
            return step.Refuse("base");
        }

        var value = input.Value.Move(batch, 0);
        return value.Reshape([frames.Value.Shape[sequences], frames.Value.Shape[time], .. value.Shape[1..]]);
    }
}
