namespace NetDsl.Reference;

/// <summary><c>seq_len_mask</c>: the input with another number in the place of padding.</summary>
internal sealed class SeqLenMaskEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } =
    [.. SourceOptions.All, "axis", "mask_value", "seq_len_source", "start", "window_start", "window_size"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { } input || step.AxisOf(input.Type, "axis", "T") is not { } axis)
        {
            return null;
        }

        return FrameMask.Of(step, input, axis) is { } mask
            ? Value.Constant(mask).Choose(input.Value, Value.Constant(Numbers.Of(step.Call.Option("mask_value")) ?? 0))
            : input.Value;
    }
}
