using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary><c>postfix_in_time</c>: a value behind the last entry of each sequence, once or more.</summary>
internal sealed class PostfixInTimeEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = [.. SourceOptions.All, "axis", "postfix", "repeat"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { } input || step.AxisOf(input.Type, "axis", "T") is not { } axis)
        {
            return null;
        }

        var postfix = Postfix(step);
        if (postfix is null)
        {
            return null;
        }

        var repeat = step.Call.Integer("repeat") ?? 1;
        var entries = input.Value.Shape[axis];
        var longer = input.Value.Slice(axis, 0, entries + repeat);
        var mask = step.Mask(input.Type, axis, entries + repeat) ?? Before(input.Value, axis, entries, repeat);
        return Value.Constant(mask).Choose(longer, postfix);
    }

    private static NdArray Before(Value value, int axis, int entries, int repeat)
    {
        var mask = NdArray.Zeros([
            .. Enumerable.Range(0, value.Rank).Select(place => place == axis ? entries + repeat : 1),
        ]);
        mask.Data.AsSpan(0, entries).Fill(1);
        return mask;
    }

    private static Value? Postfix(LayerStep step)
    {
        if (!step.Call.NamesLayer("postfix"))
        {
            return Value.Constant(Numbers.Of(step.Call.Option("postfix")) ?? 0);
        }

        return step.Other("postfix") is { } layer ? step.Aligned(layer, step.Type) : null;
    }
}
