using System.Collections.Immutable;
using NetDsl.Emit;

namespace NetDsl.Reference;

/// <summary><c>masked_computation</c>: a layer that sees only the frames that a mask selects (contract 8).</summary>
internal sealed class MaskedComputationEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = ["mask", "unit", "in_spatial_dim", "out_spatial_dim"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Layer.InnerOf("unit") is not { } unit || step.Other("mask") is not { } mask)
        {
            return null;
        }

        return step.Call.IsInLoop ? InLoop(step, unit, mask) : Packed(step, unit, mask);
    }

    // In the other steps the layer keeps its output, and all inside their states.
    private static Value? InLoop(LayerStep step, NetScope unit, Datum mask)
    {
        if (step.Sources is [var source])
        {
            step.State.UnitInputs[unit] = source;
        }

        var layers = step.Runner.LayersOf(unit);
        var states = layers.ToDictionary(layer => layer, layer => step.State.CellStates.GetValueOrDefault(layer));
        if (!step.Runner.Run(unit))
        {
            return null;
        }

        foreach (var (layer, before) in states)
        {
            if (step.State.CellStates.TryGetValue(layer, out var after))
            {
                step.State.CellStates[layer] =
                [
                    .. after.Select(
                        (state, index) => Chosen(mask, state, before.IsDefault ? state * 0 : before[index], 0)
                    ),
                ];
            }
        }

        return Kept(step, layers, mask) ? step.State.Outputs[unit.Layers[0]].Value : null;
    }

    private static bool Kept(LayerStep step, IReadOnlyList<NetLayer> layers, Datum mask)
    {
        foreach (var layer in layers)
        {
            if (!step.State.Outputs.TryGetValue(layer, out var output) || output.Type.BatchIndex is not { } batch)
            {
                continue;
            }

            var before = step.State.Previous.TryGetValue(layer, out var kept)
                ? kept
                : InitialOutput.Of(step.State, layer);
            if (before is null)
            {
                step.Fail(InterpreterDiagnostics.NoValue(layer, "initial_output"));
                return false;
            }

            step.State.Outputs[layer] = output with { Value = Chosen(mask, output.Value, before.Value, batch) };
        }

        return true;
    }

    private static Value Chosen(Datum mask, Value then, Value otherwise, int batch) =>
        Alignment.At(mask.Value.Stop(), [batch], then.Rank).Choose(then, otherwise);

    // Frames that are not selected go, the others move up.
    private static Value? Packed(LayerStep step, NetScope unit, Datum mask)
    {
        if (
            step.Sources is not [var source]
            || mask.Type is not { BatchIndex: { } batch, TimeIndex: { } time }
            || source.Type.IndexOf(step.Call.Axis("in_spatial_dim") ?? mask.Type.Axes[time]) is not { } index
            || source.Type.BatchIndex is not { } sourceBatch
            || unit.Layers[0].References.FirstOrDefault(IsInput) is not { } reference
            || step.State.Net.TypeOf(reference) is not { } type
        )
        {
            return step.Refuse("from");
        }

        var selected = MaskedFrames.Of(mask.Value.Array.Permute([time, batch]), step.Lengths.Of(mask.Type.Axes[time]));
        var value = source.Value.Move(index, 0);
        var place = sourceBatch < index ? sourceBatch + 1 : sourceBatch;
        value = MaskedFrames.Pick(value.Move(place, 1), selected).Move(1, place);
        step.Lengths.Set(type.Axes[0], [.. selected.Select(frames => frames.Count)]);
        step.State.UnitInputs[unit] = new(type, value);
        return step.Runner.Run(unit) ? step.State.Outputs[unit.Layers[0]].Value : null;
    }

    private static bool IsInput(NetReference reference) => reference.Target is ScopeInputTarget;
}
