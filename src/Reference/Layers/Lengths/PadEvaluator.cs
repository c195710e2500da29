using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary><c>pad</c>: more entries before and behind those of axes; behind each sequence, not behind its padding.</summary>
internal sealed class PadEvaluator : ILayerEvaluator
{
    private const int PadsBehindSequencesFrom = 21;

    public IReadOnlyCollection<string> Options { get; } =
    [.. SourceOptions.All, "axes", "padding", "value", "mode", "out_dims", "handle_dynamic_dims"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { } input)
        {
            return null;
        }

        var mode = (step.Call.Text("mode") ?? "constant").ToLowerInvariant();
        if (Number(step) is not { } number || mode is not ("constant" or "reflect" or "symmetric" or "replication"))
        {
            return step.Refuse(mode == "constant" ? "value" : "mode");
        }

        var value = input.Value;
        var axes = step.Call.List("axes");
        for (var item = 0; item < axes.Length; item++)
        {
            if (
                AxisSearch.AxisOf(step.Call, input.Type, "axes", axes[item]) is not { } axis
                || Margins(step, item) is not (var left, var right)
            )
            {
                return step.Refuse("padding");
            }

            var entries = value.Shape[axis];
            var places = Enumerable.Range(-left, left + entries + right);
            value = value.Take(axis, [.. places.Select(place => Source(place, entries, mode))], number);
            if (
                right > 0
                && step.Call.IsOn("handle_dynamic_dims", step.Call.BehaviorVersion >= PadsBehindSequencesFrom)
            )
            {
                // RETURNN cannot mirror at the end of each sequence, either.
                var isPadded = step.Mask(input.Type, axis, entries) is not null;
                if (isPadded && mode != "constant")
                {
                    return step.Refuse("mode");
                }

                value = Cut(step, input, value, axis, left, number);
            }
        }

        return value;
    }

    private static double? Number(LayerStep step) =>
        step.Call.NamesLayer("value") ? step.Other("value")?.Value.Array.Data[0]
        : step.Call.Has("value") ? Numbers.Of(step.Call.Option("value"))
        : 0;

    // The entry that stands at a place outside; -1 for the number. Symmetric repeats the entry at the edge, reflect does not.
    private static int Source(int place, int entries, string mode) =>
        place >= 0 && place < entries
            ? place
            : mode switch
            {
                "replication" => Math.Clamp(place, 0, entries - 1),
                "reflect" => place < 0 ? -place : (2 * entries) - 2 - place,
                "symmetric" => place < 0 ? -place - 1 : (2 * entries) - 1 - place,
                _ => -1,
            };

    private static (int Left, int Right)? Margins(LayerStep step, int item)
    {
        var given = step.Call.Option("padding");
        var pair = given is SequenceValue { Items: [SequenceValue, ..] } each ? each.Items[item] : given;
        var (left, right) = pair is SequenceValue { Items: [var first, var second] } ? (first, second) : (pair, pair);
        return LayerCall.IntegerOf(left) is { } before && LayerCall.IntegerOf(right) is { } after
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
