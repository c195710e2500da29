using System.Collections.Immutable;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary>A layer that is a recurrent unit by its name: over whole sequences, or one step of a loop around.</summary>
internal static class CellLayer
{
    /// <summary>The output; null if it cannot be computed, and the step then says so.</summary>
    /// <param name="step">The layer.</param>
    /// <param name="axis">What the unit runs along; null for one step.</param>
    internal static Value? Evaluate(LayerStep step, Axis? axis)
    {
        if (
            step.Input() is not { Type.BatchIndex: { } } input
            || RecurrentCells.Of(step, isOneStep: axis is null) is not { } cell
        )
        {
            return null;
        }

        input = Dense(input);
        var (type, value) = (input.Type, input.Value);
        var (batch, feature) = (type.BatchIndex!.Value, type.FeatureIndex!.Value);
        var size = step.Type.Axes[^1].Size!.Value;
        if (axis is null)
        {
            return type.Rank == 2 ? OneStep(step, cell, value.Permute(batch, feature), size) : step.Refuse("from");
        }

        if (type.Rank != 3 || type.IndexOf(axis) is not { } time)
        {
            return step.Refuse("from");
        }

        var mask = step.Mask(type, time, value.Shape[time])?.Permute([time, batch, feature]);
        var sequences = value.Shape[batch];
        var isBackward = step.Call.Integer("direction") == -1;
        if (CellStart.Of(step, cell, sequences, size) is not { } start)
        {
            return null;
        }

        var (outputs, states) = CellRun.Of(cell, value.Permute(time, batch, feature), mask, start, isBackward);
        step.State.CellStates[step.Layer] = states;
        return outputs;
    }

    private static Value? OneStep(LayerStep step, IRecurrentCell cell, Value input, int size)
    {
        ImmutableArray<Value>? states = step.State.CellStates.TryGetValue(step.Layer, out var kept)
            ? kept
            : CellStart.Of(step, cell, input.Shape[0], size);
        if (states is not { } before)
        {
            return null;
        }

        var after = cell.Step(input, before);
        step.State.CellStates[step.Layer] = after;
        return after[^1];
    }

    private static Datum Dense(Datum input)
    {
        if (input.Type.Sparse is not { Size: { } size })
        {
            return input;
        }

        var rank = input.Type.Rank;
        return new(input.Type.Dense(), Value.Constant(OneHot.Of(input.Value.Array, rank, size)));
    }
}
