namespace NetDsl.Reference;

/// <summary><c>pad</c>: more entries before and behind those of axes; behind each sequence, not behind its padding.</summary>
internal sealed class PadEvaluator : ILayerEvaluator
{
    private const int PadsBehindSequencesFrom = 21;

    public IReadOnlyCollection<string> Options =>
        ["axes", "padding", "value", "mode", "out_dims", "handle_dynamic_dims"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { } input)
        {
            return null;
        }

        if ((step.Call.Text("mode") ?? "constant") != "constant")
        {
            return step.Refuse("mode");
        }

        var number = Numbers.Of(step.Call.Option("value")) ?? 0;
        var value = input.Value;
        var axes = step.Call.List("axes");
        for (var item = 0; item < axes.Length; item++)
        {
            if (
                NetDsl.Layers.AxisSearch.AxisOf(step.Call, input.Type, "axes", axes[item]) is not { } axis
                || Margins(step, item) is not (var left, var right)
            )
            {
                return step.Refuse("padding");
            }

            var entries = value.Shape[axis];
            value = value.Take(
                axis,
                [
                    .. Enumerable
                        .Range(-left, left + entries + right)
                        .Select(index => index < entries ? Math.Max(index, -1) : -1),
                ],
                number
            );
            if (
                right > 0
                && step.Call.IsOn("handle_dynamic_dims", step.Call.BehaviorVersion >= PadsBehindSequencesFrom)
            )
            {
                value = Cut(step, input, value, axis, left, number);
            }
        }

        return value;
    }

    private static (int Left, int Right)? Margins(LayerStep step, int item)
    {
        var given = step.Call.Option("padding");
        var pair = given is SequenceValue { Items: [SequenceValue, ..] } each ? each.Items[item] : given;
        var (left, right) = pair is SequenceValue { Items: [var first, var second] } ? (first, second) : (pair, pair);
        return
            NetDsl.Layers.LayerCall.IntegerOf(left) is { } before
            && NetDsl.Layers.LayerCall.IntegerOf(right) is { } after
            ? (before, after)
            : null;
    }

    // What lies behind the end of a sequence is padding, too.
    private static Value Cut(LayerStep step, Datum input, Value value, int axis, int left, double number)
    {
        if (step.Mask(input.Type, axis, input.Value.Shape[axis]) is not { } mask)
        {
            return value;
        }

        var entries = input.Value.Shape[axis];
        var shifted = Enumerable
            .Range(-left, value.Shape[axis])
            .Select(index => index < entries ? Math.Max(index, -1) : -1);
        var moved = Value.Constant(mask).Take(axis, [.. shifted]);
        var before = NdArray.Zeros([
            .. Enumerable.Repeat(1, value.Rank).Select((_, place) => place == axis ? value.Shape[axis] : 1),
        ]);
        before.Data.AsSpan(0, left).Fill(1);
        return moved.Combine(Binary.Or, Value.Constant(before)).Choose(value, Value.Constant(number));
    }
}
