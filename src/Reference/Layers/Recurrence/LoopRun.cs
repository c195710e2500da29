using NetDsl.Emit;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary>A loop: its net, step after step (contract 8).</summary>
internal sealed class LoopRun
{
    private readonly LayerStep step;
    private readonly NetScope unit;
    private readonly Axis? axis;
    private readonly IReadOnlyList<NetLayer> layers;
    private readonly HashSet<NetLayer> kept;
    private readonly Dictionary<NetLayer, List<Value>> outputs = [];
    private readonly Dictionary<NetLayer, List<Value>> beforeActivation = [];
    private LoopEnd? ends;

    /// <param name="step">The layer that loops.</param>
    /// <param name="unit">Its net.</param>
    /// <param name="axis">What it runs over; null for a single step.</param>
    internal LoopRun(LayerStep step, NetScope unit, Axis? axis)
    {
        this.step = step;
        this.unit = unit;
        this.axis = axis;
        layers = step.Runner.LayersOf(unit);
        kept = unit.Layers.Where(IsKept).ToHashSet();
    }

    private StepState State => step.State;

    /// <summary>The outputs of all steps; null if they cannot be computed, and the step then says so.</summary>
    internal Value? Evaluate()
    {
        Datum? source = null;
        if (!step.Sources.IsEmpty)
        {
            source = step.Input();
            if (source is null)
            {
                return null;
            }
        }

        foreach (var layer in layers)
        {
            State.Previous.Remove(layer);
            State.CellStates.Remove(layer);
        }

        return axis is null ? OneStep(source) : AllSteps(source, axis);
    }

    private Value? OneStep(Datum? source)
    {
        State.Frames[unit] = new(0, null, source);
        return step.Runner.Run(unit) && Output() is { } output ? State.Outputs[output].Value : null;
    }

    private Value? AllSteps(Datum? source, Axis over)
    {
        // A search knows no target, and so not how long it is.
        var isSearch = State.Beam is not null && unit.TryGet("end", out _);
        var known = isSearch ? null : step.Lengths.Extent(over);
        ends = known is null ? LoopEnd.Of(step, unit) : null;
        if (known is null && ends is null)
        {
            return null;
        }

        for (var index = 0; index < (known ?? ends!.Most) && ends?.IsOver != true; index++)
        {
            State.Frames[unit] = new(index, over, source) { IsOver = ends?.Flags, Reorder = Reorder };
            if (!step.Runner.Run(unit))
            {
                return null;
            }

            Keep();
            ends?.Add(State, index);
        }

        if (ends is not null)
        {
            step.Lengths.Set(over, ends.Lengths);
            Cut(ends.Lengths.Max());
        }

        return Finish();
    }

    // What was computed belongs to the hypotheses that it led to, also what comes behind the choice in this step.
    private void Reorder(IReadOnlyList<int> rows)
    {
        foreach (var layer in layers)
        {
            if (State.Net[layer].Type?.BatchIndex is { } batch)
            {
                Reorder(State.Outputs, layer, batch, rows);
                Reorder(State.Previous, layer, batch, rows);
                Reorder(outputs.GetValueOrDefault(layer), batch, rows);
                Reorder(beforeActivation.GetValueOrDefault(layer), batch, rows);
            }

            if (State.CellStates.TryGetValue(layer, out var states))
            {
                State.CellStates[layer] = [.. states.Select(state => state.Take(0, rows))];
            }
        }

        ends?.Reorder(rows);
    }

    private static void Reorder(Dictionary<NetLayer, Datum> known, NetLayer layer, int batch, IReadOnlyList<int> rows)
    {
        if (known.TryGetValue(layer, out var datum))
        {
            known[layer] = datum with { Value = datum.Value.Take(batch, rows) };
        }
    }

    private static void Reorder(List<Value>? steps, int batch, IReadOnlyList<int> rows)
    {
        for (var index = 0; index < steps?.Count; index++)
        {
            steps[index] = steps[index].Take(batch, rows);
        }
    }

    // Of this step for the next one, and for those who ask for all steps.
    private void Keep()
    {
        foreach (var layer in layers)
        {
            if (!State.Outputs.TryGetValue(layer, out var output))
            {
                continue;
            }

            State.Previous[layer] = output;
            if (!kept.Contains(layer))
            {
                continue;
            }

            if (!outputs.TryGetValue(layer, out var steps))
            {
                outputs.Add(layer, steps = []);
            }

            steps.Add(output.Value);
            if (State.BeforeActivation.TryGetValue(layer, out var value))
            {
                if (!beforeActivation.TryGetValue(layer, out var values))
                {
                    beforeActivation.Add(layer, values = []);
                }

                values.Add(value);
            }
        }
    }

    private void Cut(int count)
    {
        foreach (var steps in outputs.Values.Concat(beforeActivation.Values))
        {
            steps.RemoveRange(Math.Min(count, steps.Count), Math.Max(steps.Count - count, 0));
        }
    }

    private Value? Finish()
    {
        foreach (var layer in unit.Layers)
        {
            if (!outputs.ContainsKey(layer))
            {
                continue;
            }

            if (layer.Options.IsOn("is_output_layer") || layer.Options.IsOn("need_last"))
            {
                step.Part(layer.Name, All(layer));
            }

            if (layer.Options.IsOn("loss") && !AddLoss(layer))
            {
                return null;
            }
        }

        return Output() is { } output
            ? All(output).Value
            : step.Fail(InterpreterDiagnostics.NoValue(step.Layer, "output"));
    }

    private bool AddLoss(NetLayer layer)
    {
        if (beforeActivation.TryGetValue(layer, out var values))
        {
            State.BeforeActivation[layer] = Stacked(layer, values);
        }

        return Losses.Add(State, layer, All(layer));
    }

    // Of which somebody wants all steps.
    private static bool IsKept(NetLayer layer) =>
        layer.Name == "output"
        || layer.Options.IsOn("is_output_layer")
        || layer.Options.IsOn("need_last")
        || layer.Options.IsOn("loss");

    // The loop's axis is the first one.
    private Datum All(NetLayer layer)
    {
        var type = State.Outputs[layer].Type.Insert(axis!, 0).WithTime(SpecialAxis.At(0));
        return new(type, Stacked(layer, outputs[layer]));
    }

    // A loop may end before its first step has counted.
    private Value Stacked(NetLayer layer, List<Value> steps) =>
        steps.Count > 0 ? steps.Stack(0) : Value.Constant(NdArray.Filled([0, .. State.Outputs[layer].Value.Shape], 0));

    private NetLayer? Output() => unit.TryGet("output", out var output) ? output : null;
}
