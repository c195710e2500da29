namespace NetDsl.Reference;

/// <summary><c>seq_len_mask</c>: the input with another number in the place of padding.</summary>
internal sealed class SeqLenMaskEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options => ["axis", "mask_value"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { } input || step.AxisOf(input.Type, "axis", "T") is not { } axis)
        {
            return null;
        }

        return step.Mask(input.Type, axis, input.Value.Shape[axis]) is { } mask
            ? Value.Constant(mask).Choose(input.Value, Value.Constant(Numbers.Of(step.Call.Option("mask_value")) ?? 0))
            : input.Value;
    }
}
