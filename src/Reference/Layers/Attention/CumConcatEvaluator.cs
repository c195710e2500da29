namespace NetDsl.Reference;

/// <summary><c>cum_concat</c>: in a loop, the frames of all steps so far, one behind the other.</summary>
internal sealed class CumConcatEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = [.. SourceOptions.All, "out_spatial_dim", "axis"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { Type.BatchIndex: { } batch } input)
        {
            return step.Refuse("from");
        }

        // RETURNN puts the new axis behind the batch.
        if (step.Type.Rank != input.Type.Rank + 1)
        {
            return step.Refuse("axis");
        }

        var frame = input.Value.Move(batch, 0).Insert(1);
        var all = step.State.CellStates.TryGetValue(step.Layer, out var before)
            ? new[] { before[0], frame }.Join(1)
            : frame;
        step.State.CellStates[step.Layer] = [all];
        return all;
    }
}
