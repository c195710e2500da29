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

        return NoiseShape(step, input) is { } shape ? input with { Value = Apply(step, input, rate, shape) } : null;
    }

    /// <summary>
    /// Drops entries, the same along axes of size one. Which ones depends on the numbers alone: two forms of a net have no names and no
    /// order of axes in common, but they drop the same numbers.
    /// </summary>
    internal static Value Apply(LayerStep step, Datum input, double rate, ImmutableArray<int> shape)
    {
        var numbers = input.Value.Array;
        if (!numbers.Shape.SequenceEqual(shape))
        {
            var squares = input.Value.Stop().Apply(Unary.Square);
            var mask = SequenceMask.OfAll(step.Lengths, input);
            squares = mask is null ? squares : Value.Constant(mask).Choose(squares, Value.Constant(0));
            numbers = Broadcasting.Collect(squares.Array, shape);
        }

        var random = new NumberNoise(step.State.Mode.Seed, rate);
        var kept = new Unary(number => random.Of(number) >= rate ? 1 / (1 - rate) : 0).Compute([numbers]);
        return input.Value * Value.Constant(kept);
    }

    // Unless the layer says otherwise, the same for all sequences and frames (get_bc_shape).
    private static ImmutableArray<int>? NoiseShape(LayerStep step, Datum input)
    {
        var shape = input.Value.Shape.ToBuilder();
        if (step.Call.Has("dropout_axis"))
        {
            if (step.Call.AxesOf(input.Type, "dropout_axis") is not { } varied)
            {
                step.Refuse("dropout_axis");
                return null;
            }

            for (var axis = 0; axis < shape.Count; axis++)
            {
                shape[axis] = varied.Contains(axis) ? shape[axis] : 1;
            }

            return shape.ToImmutable();
        }

        for (var axis = 0; axis < shape.Count; axis++)
        {
            shape[axis] = input.Type.Axes[axis].Size is null ? 1 : shape[axis];
        }

        foreach (var (where, size) in step.Call.Option("dropout_noise_shape") as DictValue ?? DictValue.Empty)
        {
            if (
                AxisSearch.Find(step.Call, input.Type, "dropout_noise_shape", where) is not { } axes
                || size is not (NoneValue or IntegerValue { Value: 1 })
            )
            {
                step.Refuse("dropout_noise_shape");
                return null;
            }

            foreach (var axis in axes)
            {
                shape[axis] = size is NoneValue ? input.Value.Shape[axis] : 1;
            }
        }

        return shape.ToImmutable();
    }
}
