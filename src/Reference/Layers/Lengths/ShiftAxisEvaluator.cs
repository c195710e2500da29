namespace NetDsl.Reference;

/// <summary><c>shift_axis</c>: the entries along an axis, moved by some places.</summary>
internal sealed class ShiftAxisEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } =
    [.. SourceOptions.All, "axis", "amount", "pad", "pad_value", "adjust_size_info"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { } input || step.AxisOf(input.Type, "axis") is not { } axis)
        {
            return null;
        }

        var (size, amount) = (input.Value.Shape[axis], step.Call.Integer("amount") ?? 0);
        var isPadded = step.Call.Flag("pad", otherwise: true);
        var start = isPadded ? -amount : Math.Max(-amount, 0);
        var count = isPadded ? size : Math.Max(size - Math.Abs(amount), 0);
        var indices = Enumerable.Range(start, count).Select(index => index < 0 || index >= size ? -1 : index);
        return input.Value.Take(axis, [.. indices], Numbers.Of(step.Call.Option("pad_value")) ?? 0);
    }
}
