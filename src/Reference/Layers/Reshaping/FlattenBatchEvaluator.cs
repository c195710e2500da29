namespace NetDsl.Reference;

/// <summary><c>flatten_batch</c>: the frames of all sequences behind each other, without padding.</summary>
internal sealed class FlattenBatchEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = [.. SourceOptions.All, "axis", "batch_major"];

    public Value? Evaluate(LayerStep step)
    {
        if (
            step.Input() is not { Type.BatchIndex: { } batch } input
            || step.AxisOf(input.Type, "axis", "T") is not { } index
        )
        {
            return null;
        }

        var isBatchMajor = step.Call.Flag("batch_major", otherwise: true);
        var value = input.Value.Move(batch, 0);
        value = value.Move(index < batch ? index + 1 : index, 1);
        var (sequences, frames) = (value.Shape[0], value.Shape[1]);
        var lengths = step.Lengths.Of(input.Type.Axes[index]);
        var indices = new List<int>();
        for (var outer = 0; outer < (isBatchMajor ? sequences : frames); outer++)
        {
            for (var inner = 0; inner < (isBatchMajor ? frames : sequences); inner++)
            {
                var (sequence, frame) = isBatchMajor ? (outer, inner) : (inner, outer);
                if (lengths is null || frame < lengths.Value[sequence])
                {
                    indices.Add((sequence * frames) + frame);
                }
            }
        }

        return value.Reshape([sequences * frames, .. value.Shape[2..]]).Take(0, indices);
    }
}
