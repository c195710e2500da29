using System.Collections.Immutable;
using NetDsl.Emit;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary>Computes all layers of a net once, each after what it needs. Loops and masked units compute theirs when it is their turn.</summary>
internal sealed class NetRun : ILayerRunner
{
    private readonly StepState state;
    private readonly ILookup<NetScope, NetLayer> byHolder;

    private NetRun(StepState state)
    {
        this.state = state;
        byHolder = state.Net.Structure.Layers.ToLookup(layer => HolderOf(layer.Scope));
    }

    /// <summary>One step.</summary>
    internal static Evaluation Run(InferredNet net, Feed feed, StepMode mode)
    {
        var beam = mode.Searches ? Hypotheses.CountOf(net) : null;
        var state = new StepState(net, Hypotheses.Of(net, feed, beam), mode) { Beam = beam };
        new NetRun(state).Run(net.Structure.Root);
        return new(state);
    }

    public bool Run(NetScope scope)
    {
        foreach (var layer in byHolder[scope])
        {
            if (layer.IsForSearch && state.Beam is null)
            {
                continue;
            }

            if (IsTaken(layer, scope) && !Compute(layer, scope))
            {
                return false;
            }
        }

        return true;
    }

    public IReadOnlyList<NetLayer> LayersOf(NetScope scope)
    {
        var layers = new List<NetLayer>();
        var open = new Queue<NetScope>([scope]);
        while (open.TryDequeue(out var next))
        {
            foreach (var layer in byHolder[next])
            {
                layers.Add(layer);
                foreach (var inner in layer.Inner.Where(inner => HolderOf(inner) == inner))
                {
                    open.Enqueue(inner);
                }
            }
        }

        return layers;
    }

    private bool Compute(NetLayer layer, NetScope scope)
    {
        if (ValueOf(layer) is not { } output)
        {
            return false;
        }

        state.Outputs[layer] = output;
        state.Lengths.Learn(output.Type, output.Value.Shape);
        var isInLoop = scope.IsInLoop;
        return isInLoop || scope.Owner is not null || Losses.Add(state, layer, output);
    }

    private Datum? ValueOf(NetLayer layer)
    {
        if (LayerEvaluators.Find(NetInference.ClassOf(layer)) is not { } evaluator)
        {
            return Fail(InterpreterDiagnostics.UnknownClass(layer));
        }

        if (KnownOptions.Refused(layer, evaluator) is { } option)
        {
            return Fail(InterpreterDiagnostics.UnknownOption(layer, option));
        }

        if (state.Net[layer].Type is not { } type)
        {
            return Fail(InterpreterDiagnostics.UnknownDims(layer));
        }

        if (SourcesOf(layer) is not { } sources)
        {
            return null;
        }

        // Only these know that complex numbers are two tensors.
        if (layer.ClassName != "activation" && sources.Any(source => source.Type.DataType == "complex64"))
        {
            return Fail(InterpreterDiagnostics.UnknownOption(layer, "from"));
        }

        var step = new LayerStep(state, this, layer, state.Net.Call(layer), type, sources);
        return Evaluated(step, evaluator) is { } value ? Checked(layer, type, value) : null;
    }

    // Configs are written by people: numbers may not fit although all dims do.
    private Value? Evaluated(LayerStep step, ILayerEvaluator evaluator)
    {
        try
        {
            return evaluator.Evaluate(step) is { } value ? Normed(step, value) : null;
        }
        catch (Exception failure) when (NumberFaults.IsOne(failure))
        {
            Fail(InterpreterDiagnostics.UnfitNumbers(step.Layer, failure.Message));
            return null;
        }
    }

    // The option that all layers have, behind all else.
    private static Value? Normed(LayerStep step, Value value) =>
        step.Call.LayerClass != "batch_norm" && step.Call.Flag("batch_norm")
            ? BatchNormalization.Of(step, new(step.Type, value))
            : value;

    private ImmutableArray<Datum>? SourcesOf(NetLayer layer)
    {
        // A subnetwork's sources are those that its layers read, if they do.
        if (layer.ClassName == "subnetwork")
        {
            return [];
        }

        var sources = ImmutableArray.CreateBuilder<Datum>();
        foreach (var reference in layer.References)
        {
            if (reference.Option != "from")
            {
                continue;
            }

            if (state.Lookup.Find(reference) is not { } source)
            {
                Fail(InterpreterDiagnostics.NoValue(layer, reference.Text));
                return null;
            }

            sources.Add(source);
        }

        return sources.ToImmutable();
    }

    private Datum? Checked(NetLayer layer, TensorType type, Value value)
    {
        var fits = value.Rank == type.Rank;
        for (var axis = 0; fits && axis < type.Rank; axis++)
        {
            fits = type.Axes[axis].Size is not { } size || size == value.Shape[axis];
        }

        return fits
            ? new(type, value)
            : Fail(InterpreterDiagnostics.UnlikeShape(layer, $"{type}", $"[{string.Join(", ", value.Shape)}]"));
    }

    private Datum? Fail(Diagnostic diagnostic)
    {
        state.Diagnostics.Add(diagnostic);
        return null;
    }

    // Not inside a branch that is not taken.
    private bool IsTaken(NetLayer layer, NetScope holder)
    {
        for (var scope = layer.Scope; scope != holder; scope = scope.Parent!)
        {
            if (scope.Kind == ScopeKind.Branch && scope.Option != "condition")
            {
                if (
                    Conditions.Of(state, scope.Owner!) is not { } condition
                    || condition != (scope.Option == "true_layer")
                )
                {
                    return false;
                }
            }
        }

        return true;
    }

    // The loop or masked unit that a scope is in, or the root.
    private static NetScope HolderOf(NetScope scope)
    {
        while (scope.Kind is not (ScopeKind.Root or ScopeKind.RecUnit or ScopeKind.MaskedUnit))
        {
            scope = scope.Parent!;
        }

        return scope;
    }
}
