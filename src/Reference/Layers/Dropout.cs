using System.Collections.Immutable;
using System.Globalization;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary>Drops entries of a layer's input while training, and scales up the rest (the option <c>dropout</c>, contract 3.5).</summary>
internal static class Dropout
{
    internal static Datum? Apply(LayerStep step, Datum input)
    {
        var rate = step.Call.Real("dropout") ?? 0;
        if (rate == 0 || !(step.IsTraining || step.Call.Flag("dropout_on_forward")))
        {
            return input;
        }

        if (NoiseShape(step, input) is not { } shape)
        {
            return null;
        }

        var noise = new RandomNumbers(step.State.Mode.Seed, NameOf(step, input, rate)).Uniform(shape);
        var mask = new Unary(number => number >= rate ? 1 / (1 - rate) : 0).Compute([noise]);
        return input with { Value = input.Value * Value.Constant(mask) };
    }

    // Two forms of a net have no layer names in common, but they drop the same numbers: these tell which dropout it is.
    private static string NameOf(LayerStep step, Datum input, double rate)
    {
        var squares = input.Value.Stop().Apply(Unary.Square);
        if (SequenceMask.OfAll(step.Lengths, input) is { } mask)
        {
            squares = Value.Constant(mask).Choose(squares, Value.Constant(0));
        }

        return string.Create(CultureInfo.InvariantCulture, $"dropout {rate} {squares.Total().Array.Data[0]:e5}");
    }

    // Along the axes that are not named the same entries go.
    private static ImmutableArray<int>? NoiseShape(LayerStep step, Datum input)
    {
        if (step.Call.Has("dropout_noise_shape"))
        {
            step.Refuse("dropout_noise_shape");
            return null;
        }

        if (!step.Call.Has("dropout_axis"))
        {
            return input.Value.Shape;
        }

        if (step.Call.AxesOf(input.Type, "dropout_axis") is not { } axes)
        {
            step.Refuse("dropout_axis");
            return null;
        }

        return [.. input.Value.Shape.Select((size, axis) => axes.Contains(axis) ? size : 1)];
    }
}
