using System.Collections.Immutable;
using NetDsl.Emit;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary>What a step computed.</summary>
internal sealed class Evaluation
{
    private readonly StepState state;
    private Gradients? gradients;

    internal Evaluation(StepState state)
    {
        this.state = state;
        Objective = ObjectiveOf(state);
    }

    /// <summary>Why something could not be computed; empty if all was.</summary>
    internal IReadOnlyList<Diagnostic> Diagnostics => state.Diagnostics;

    /// <summary>What is minimised: the losses with their scales, and what <c>L2</c> adds.</summary>
    internal Value Objective { get; }

    /// <summary>The losses, in the order of their layers.</summary>
    internal IReadOnlyList<LossTerm> Losses => state.Losses;

    /// <summary>The variables that were read.</summary>
    internal IReadOnlyDictionary<string, Value> Parameters => state.Parameters;

    /// <summary>The numbers of a layer by its path; null if it was not computed.</summary>
    internal Datum? Output(string path) =>
        state.Net.Structure.Layers.FirstOrDefault(layer => layer.Path == path) is { } found
            ? state.Outputs.GetValueOrDefault(found)
            : null;

    /// <summary>Which frames of an output are padding: 1 for frames; null if there is none.</summary>
    internal NdArray? Mask(Datum output) => SequenceMask.OfAll(state.Lengths, output);

    /// <summary>How long the sequences are along an axis; null for an axis without padding.</summary>
    internal ImmutableArray<int>? Lengths(Axis axis) => state.Lengths.Of(axis);

    /// <summary>The derivative of the objective by a variable; null if it does not depend on it.</summary>
    internal NdArray? Gradient(string parameter) =>
        state.Parameters.TryGetValue(parameter, out var value) ? (gradients ??= Gradients.Of(Objective))[value] : null;

    /// <summary>The variables behind the step, those that something assigns: what the fetched layers need, and what every step does.</summary>
    /// <param name="fetched">What is asked for; null for the losses and what the net registers (contract 4.3).</param>
    internal IReadOnlyDictionary<string, NdArray> Assigned(IEnumerable<NetLayer>? fetched = null)
    {
        var isStep = fetched is null;
        var reached = Reach.From(state, fetched ?? state.Losses.Select(loss => loss.Layer).Concat(state.Registered));
        var after = new Dictionary<string, NdArray>(StringComparer.Ordinal);
        foreach (var assignment in state.Assignments)
        {
            if (assignment.IsRegistered ? isStep : reached.Contains(assignment.Layer))
            {
                var before =
                    after.GetValueOrDefault(assignment.Parameter) ?? state.Feed.Parameters[assignment.Parameter];
                after[assignment.Parameter] = assignment.After(before);
            }
        }

        return after;
    }

    private static Value ObjectiveOf(StepState state) =>
        state.Losses.Where(loss => loss.Scale != 0).Aggregate(ConstraintsOf(state), (sum, loss) => sum + loss.Share);

    // Of the variables that a layer makes itself (contract 3.5).
    private static Value ConstraintsOf(StepState state)
    {
        var sum = Value.Constant(0);
        foreach (var layer in state.Net.Structure.Layers)
        {
            if (Numbers.Of(layer.Options["L2"]) is not { } weight || weight == 0)
            {
                continue;
            }

            foreach (var variable in state.Net[layer].Variables)
            {
                if (state.Parameters.TryGetValue(variable.Name, out var value))
                {
                    sum += value.Apply(Unary.Square).Total() * weight;
                }
            }
        }

        return sum;
    }
}
