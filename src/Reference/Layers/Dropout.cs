using System.Collections.Immutable;
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

        var noise = new RandomNumbers(step.State.Mode.Seed, $"dropout of {input.Type}").Uniform(shape);
        var mask = new Unary(number => number >= rate ? 1 / (1 - rate) : 0).Compute([noise]);
        return input with { Value = input.Value * Value.Constant(mask) };
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
