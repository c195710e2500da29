using System.Collections.Immutable;
using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>
/// Infers the shape of each layer of a net in the order RETURNN can build them. Inside loops <c>prev:</c> makes cycles: what is not
/// known in a first pass may be in the next, until nothing changes.
/// </summary>
internal sealed class NetInference
{
    // A state needs one pass to be known and one to be read; more are nested loops. The last one judges.
    private const int MostPasses = 9;

    private readonly NetStructure structure;
    private readonly ExternData inputs;
    private readonly Dictionary<NetLayer, InferredLayer> known = [];
    private readonly HashSet<NetLayer> drafts = [];
    private readonly HashSet<NetLayer> guesses = [];
    private readonly bool hasLoops;
    private readonly Dictionary<NetScope, LoopLayers> loops = [];
    private readonly Dictionary<(NetScope Scope, string Key), TensorType?> innerData = [];
    private readonly Dictionary<NetScope, LayerCall> owners = [];
    private bool startsStates;
    private bool isFinal;
    private bool isLenient;

    private NetInference(NetStructure structure, NetSource source, AxisSpace space, ExternData inputs)
    {
        this.structure = structure;
        this.inputs = inputs;
        Source = source;
        Space = space;
        hasLoops = structure.Layers.Any(layer => layer.Scope.IsInLoop);
    }

    /// <summary>What the net was read from.</summary>
    internal NetSource Source { get; }

    /// <summary>The axes of the net.</summary>
    internal AxisSpace Space { get; }

    /// <summary>Infers all that is built.</summary>
    internal static InferredNet Run(NetStructure structure, NetSource source, Config config)
    {
        var space = new AxisSpace(source.BehaviorVersion);
        var inference = new NetInference(structure, source, space, new(space, config));
        inference.Run();
        return new(structure, inference.inputs, inference.known, inference);
    }

    /// <summary>What a reference stands for; null if it is not known.</summary>
    internal TensorType? TypeOf(NetReference reference)
    {
        if (reference is not { IsPrevious: true, Target: LayerTarget { Layer: var state } })
        {
            return TypeOf(reference.Target);
        }

        // RETURNN trusts what a state begins with until it knows better (REC:1782).
        var guess = TypeOf(reference.Target) ?? Chosen(state);
        return guess is null || guesses.Contains(state)
            ? Begins(state) ?? guess ?? (startsStates ? new TensorType([]) : null)
            : guess;
    }

    /// <summary>The output of a layer, or one of its further outputs; null if it is not known.</summary>
    internal TensorType? TypeOf(NetLayer layer, string? output)
    {
        var inferred = known.GetValueOrDefault(layer);
        return output is null ? inferred?.Type : inferred?.Outputs.GetValueOrDefault(output);
    }

    /// <summary>An input as the layers of a scope see it: in a loop, one frame.</summary>
    internal TensorType? Input(NetScope scope, string key)
    {
        while (scope is { Parent: { } parent } && scope.Kind != ScopeKind.RecUnit)
        {
            scope = parent;
        }

        return scope.Owner is null ? inputs.Find(key) : InnerData(scope, key);
    }

    /// <summary>What the innermost loop around a scope runs over; null if there is none, or if it is not known.</summary>
    internal Axis? LoopAxis(NetScope? scope)
    {
        for (; scope?.Owner is { } owner; scope = scope.Parent)
        {
            if (scope.Kind != ScopeKind.RecUnit || LayerShapes.Find(ClassOf(owner)) is not ILoopShape shape)
            {
                continue;
            }

            // In a single step of a loop inside, the one around goes on.
            if (shape.Loop(Call(owner)) is not { Axis: null })
            {
                return shape.Loop(Call(owner))?.Axis;
            }
        }

        return null;
    }

    /// <summary>Whether the steps of a layer in a loop are one after the other.</summary>
    internal bool IsStacked(NetScope loop, NetLayer layer)
    {
        if (!loops.TryGetValue(loop, out var layers))
        {
            loops.Add(loop, layers = new(loop));
        }

        return layers.IsStacked(layer);
    }

    // Labels are what they are chosen from, whatever the scores will be.
    private TensorType? Chosen(NetLayer state) =>
        ClassOf(state) == "choice" && !state.References.Any(reference => reference.IsPrevious)
            ? LayerShapes.Find("choice")?.Infer(Call(state))
            : null;

    // What a state is before its first step.
    private TensorType? Begins(NetLayer state)
    {
        foreach (var reference in state.References)
        {
            if (reference is { Option: "initial_output", IsPrevious: false })
            {
                return TypeOf(reference.Target);
            }

            // Only outwards: a state that begins with itself would be asked for ever.
            if (
                reference is { Option: "initial_output", Target: LayerTarget { Layer: var outer } }
                && IsAround(outer.Scope, state.Scope)
            )
            {
                return TypeOf(outer, output: null) ?? Begins(outer);
            }
        }

        return null;
    }

    private static bool IsAround(NetScope outer, NetScope inner)
    {
        var scope = inner.Parent;
        while (scope is not null && scope != outer)
        {
            scope = scope.Parent;
        }

        return scope is not null;
    }

    private TensorType? TypeOf(ReferenceTarget target) =>
        target switch
        {
            LayerTarget { Layer: var layer } => TypeOf(layer, output: null),
            // Of a loop all steps, not the one that the layer inside sees.
            SubLayerTarget { Layer: { ClassName: "rec" } layer, SubLayer: var output } => TypeOf(layer, output),
            SubLayerTarget { Inner: { } inner } => TypeOf(inner, output: null),
            SubLayerTarget { Layer: var layer, SubLayer: var output } => TypeOf(layer, output),
            ExternDataTarget { Loop: { } loop, Key: var key } => InnerData(loop, key),
            ExternDataTarget { Key: var key } => inputs.Find(key),
            ScopeInputTarget input => InnerData(input.Scope, input.Key),
            LoopIndexTarget => new TensorType([], "int32"),
            _ => null,
        };

    // Asked for by each layer inside that reads it.
    private TensorType? InnerData(NetScope scope, string key)
    {
        if (innerData.TryGetValue((scope, key), out var type))
        {
            return type;
        }

        if (scope.Owner is { } owner && LayerShapes.Find(ClassOf(owner)) is INestingShape shape)
        {
            if (!owners.TryGetValue(scope, out var call))
            {
                owners.Add(scope, call = Call(owner));
            }

            type = shape.InnerData(call, key);
        }

        innerData.Add((scope, key), type);
        return type;
    }

    private void Run()
    {
        isFinal = !hasLoops;
        for (var pass = 0; pass < MostPasses; pass++)
        {
            drafts.Clear();
            isLenient = false;
            innerData.Clear();
            owners.Clear();
            var changed = false;
            foreach (var layer in structure.Layers)
            {
                changed |= Infer(layer);
            }

            var isStable = pass > 0 && !changed;
            var isDone = isFinal || (isStable && (drafts.Count == 0 || startsStates));
            if (isDone && !isLenient)
            {
                ForgetDrafts();
                return;
            }

            isFinal = isDone;

            // RETURNN starts each state as a scalar; what nothing says more of stays one.
            startsStates |= isStable && !isDone;
        }

        drafts.UnionWith(structure.Layers.Where(layer => layer.Scope.IsInLoop));
        ForgetDrafts();
    }

    // What a draft went into is not known either, and no fault of it is one.
    private void ForgetDrafts()
    {
        var readers = drafts.Count == 0 ? null : structure.Readers();
        var open = new Queue<NetLayer>(drafts);
        while (open.TryDequeue(out var layer))
        {
            known[layer] = InferredLayer.Unknown;
            foreach (var reader in readers![layer])
            {
                if (drafts.Add(reader))
                {
                    open.Enqueue(reader);
                }
            }
        }
    }

    private bool Infer(NetLayer layer)
    {
        var before = known.GetValueOrDefault(layer);
        var now = Inferred(layer);
        known[layer] = now;
        if (layer.Scope.IsInLoop)
        {
            Remember(layer, isGuess: drafts.Contains(layer) || layer.References.Any(IsGuess));
        }

        if (layer.Scope.Owner is null && layer.Options["register_as_extern_data"] is StringValue { Value: var key })
        {
            inputs.Register(key, now.Type);
        }

        return before is null || !TypeComparison.IsSame(before.Type, now.Type);
    }

    private void Remember(NetLayer layer, bool isGuess)
    {
        if (isGuess)
        {
            guesses.Add(layer);
        }
        else
        {
            guesses.Remove(layer);
        }
    }

    private bool IsGuess(NetReference reference) =>
        reference.Target is LayerTarget { Layer: var source }
        && guesses.Contains(source)
        && !(reference.IsPrevious && Begins(source) is not null);

    private InferredLayer Inferred(NetLayer layer)
    {
        if (LayerShapes.Find(ClassOf(layer)) is not { } shape)
        {
            return InferredLayer.Unknown;
        }

        var call = Call(layer);
        var type = shape.Infer(call);
        if (call.IsDraft || (call.IsOpaque && layer.Scope.IsInLoop))
        {
            drafts.Add(layer);
            return InferredLayer.Unknown with { Type = Draft.Of(call, type) };
        }

        if (type is not null && call.Fault is null)
        {
            DeclaredShape.Check(call, call.Template ?? type);
            if (call.Fault is not null && !isFinal)
            {
                // What it reads may be a guess still, and RETURNN lets that pass (REC:1667).
                isLenient = true;
                return InferredLayer.Unknown with { Type = type };
            }

            LossShape.Check(call, type);
            BatchNormVariables.DeclareOption(call, type);
        }

        var isKnown = !call.IsOpaque && call.Fault is null;
        return new(
            isKnown ? type : null,
            call.Outputs,
            VariableScopes.Name(layer, call.Variables),
            isKnown && call.AreVariablesKnown,
            call.IsOpaque ? null : call.Fault
        )
        {
            Asked = call.Variables,
        };
    }

    /// <summary>A layer as its class sees it.</summary>
    internal LayerCall Call(NetLayer layer)
    {
        var sources = ImmutableArray.CreateBuilder<TensorType?>();
        foreach (var reference in layer.References)
        {
            if (reference.Option == "from")
            {
                sources.Add(TypeOf(reference));
            }
        }

        return new(
            layer.Scope.HoldsOneLayer ? layer.Scope.Owner!.Name : layer.Name,
            ClassOf(layer),
            layer.Options,
            sources.ToImmutable(),
            new LayerSurroundings(this, layer),
            mayDraft: layer.Scope.IsInLoop
        );
    }

    /// <summary>The class of a layer, whichever of its names is written.</summary>
    internal static string ClassOf(NetLayer layer) =>
        Catalog.Returnn.Layers.TryGetValue(layer.ClassName, out var known) ? known.Name : layer.ClassName;
}
