using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary><c>pad</c>: more entries before and behind those of one or several axes.</summary>
internal sealed class PadShape : ILayerShape
{
    private const int PadsBehindSequencesFrom = 21;

    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input(feature: null);
        if (
            input is null
            || PlacesOf(call, input) is not { } places
            || Paddings(call, places.Length) is not { } paddings
        )
        {
            return null;
        }

        if (ModeFault(call, input, places, paddings) is { } fault)
        {
            return call.Fail(fault);
        }

        if (call.Dims("out_dims") is not { } declared)
        {
            return null;
        }

        if (!declared.IsEmpty && declared.Length != places.Length)
        {
            return call.Fail(
                ShapeFaults.Options(
                    $"\"out_dims\" has {declared.Length} dims for {places.Length} axes.",
                    null,
                    "out_dims"
                )
            );
        }

        var axes = input.Axes;
        for (var number = 0; number < places.Length; number++)
        {
            var (left, right) = paddings[number];
            var padded = AxisMath.Add(AxisMath.Add(left, axes[places[number]]), right);
            if (!call.Declare(padded, declared.IsEmpty ? null : declared[number], "out_dims"))
            {
                return null;
            }

            axes = axes.SetItem(places[number], padded);
        }

        return input.WithAxes(axes);
    }

    private static ImmutableArray<int>? PlacesOf(LayerCall call, TensorType input)
    {
        var places = ImmutableArray.CreateBuilder<int>();
        foreach (var axis in call.List("axes"))
        {
            if (call.AxisOf(input, "axes", axis) is not { } place)
            {
                return null;
            }

            places.Add(place);
        }

        if (places.Count > 0)
        {
            return places.ToImmutable();
        }

        call.Fail(ShapeFaults.NoAxisWord("axes", "None"));
        return null;
    }

    private static ImmutableArray<(AxisTerm Left, AxisTerm Right)>? Paddings(LayerCall call, int count)
    {
        var given = call.Option("padding");
        ImmutableArray<OptionValue> pairs = given switch
        {
            SequenceValue { Items: [SequenceValue, ..] } each => each.Items,
            SequenceValue pair => [.. Enumerable.Repeat<OptionValue>(pair, count)],
            { } both => [.. Enumerable.Repeat<OptionValue>(OptionValue.Tuple(both, both), count)],
            null => [],
        };
        var terms = ImmutableArray.CreateBuilder<(AxisTerm, AxisTerm)>();
        foreach (var pair in pairs)
        {
            if (pair is not SequenceValue { Items: [var left, var right] })
            {
                break;
            }

            if (Term(call, left) is not { } before || Term(call, right) is not { } after)
            {
                call.Unknown();
                return null;
            }

            terms.Add((before, after));
        }

        if (terms.Count == count && pairs.Length == count)
        {
            return terms.ToImmutable();
        }

        call.Fail(
            ShapeFaults.Options("The padding is no number, pair of numbers, or pair for each axis.", null, "padding")
        );
        return null;
    }

    private static AxisTerm? Term(LayerCall call, OptionValue value) =>
        value is DimValue dim ? call.Space.Of(dim.Value)
        : LayerCall.IntegerOf(value) is { } number ? number
        : null;

    private static ShapeFault? ModeFault(
        LayerCall call,
        TensorType input,
        ImmutableArray<int> places,
        ImmutableArray<(AxisTerm Left, AxisTerm Right)> paddings
    )
    {
        var mode = call.Text("mode")?.ToUpperInvariant() ?? "CONSTANT";
        if (mode == "CONSTANT" || call.IsOpaque || paddings.All(padding => padding.Left.Is(0) && padding.Right.Is(0)))
        {
            return null;
        }

        if (mode is not ("REFLECT" or "SYMMETRIC" or "REPLICATION"))
        {
            return ShapeFaults.Options(
                "The mode is none of \"constant\", \"reflect\", \"symmetric\" and \"replication\".",
                null,
                "mode"
            );
        }

        var behind = call.IsOn("handle_dynamic_dims", otherwise: call.BehaviorVersion >= PadsBehindSequencesFrom);
        var sequence = places.Select(place => input.Axes[place]).FirstOrDefault(axis => axis.IsSequence);
        return behind && sequence is not null && paddings.Any(padding => !padding.Right.Is(0))
            ? ShapeFaults.Options(
                $"Behind sequences of different lengths, as along {sequence}, only a constant can be padded.",
                "Take mode \"constant\", or set \"handle_dynamic_dims\" to False.",
                "mode"
            )
            : null;
    }
}
