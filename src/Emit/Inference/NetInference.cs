using System.Collections.Immutable;
using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>
/// Infers the shape of each layer of a net in the order RETURNN can build them. Inside loops <c>prev:</c> makes cycles: what is not
/// known in a first pass may be in the next, until nothing changes.
/// </summary>
internal sealed class NetInference
{
    // A state needs one pass to be known and one to be read; more are nested loops.
    private const int MostPasses = 8;

    private readonly NetStructure structure;
    private readonly ExternData inputs;
    private readonly Dictionary<NetLayer, InferredLayer> known = [];
    private readonly HashSet<NetLayer> unsettled = [];

    private NetInference(NetStructure structure, AxisSpace space, int behaviorVersion, ExternData inputs)
    {
        this.structure = structure;
        this.inputs = inputs;
        Space = space;
        BehaviorVersion = behaviorVersion;
    }

    internal AxisSpace Space { get; }

    internal int BehaviorVersion { get; }

    /// <summary>Infers all that is built.</summary>
    internal static InferredNet Run(NetStructure structure, Config config, int behaviorVersion)
    {
        var space = new AxisSpace(behaviorVersion);
        var inference = new NetInference(structure, space, behaviorVersion, new(space, config));
        inference.Run();
        return new(structure, inference.inputs, inference.known);
    }

    /// <summary>What a reference stands for; null if it is not known.</summary>
    internal TensorType? TypeOf(NetReference reference, NetLayer reader)
    {
        if (reference.IsPrevious)
        {
            unsettled.Add(reader);
        }

        return TypeOf(reference.Target);
    }

    /// <summary>The output of a layer, or one of its further outputs; null if it is not known.</summary>
    internal TensorType? TypeOf(NetLayer layer, string? output)
    {
        var inferred = known.GetValueOrDefault(layer);
        return output is null ? inferred?.Type : inferred?.Outputs.GetValueOrDefault(output);
    }

    internal TensorType? Input(string key) => inputs.Find(key);

    private TensorType? TypeOf(ReferenceTarget target) =>
        target switch
        {
            LayerTarget { Layer: var layer } => TypeOf(layer, output: null),
            SubLayerTarget { Inner: { } inner } => TypeOf(inner, output: null),
            SubLayerTarget { Layer: var layer, SubLayer: var output } => TypeOf(layer, output),
            ExternDataTarget { RegisteredBy: { } layer } => TypeOf(layer, output: null),
            ExternDataTarget { Key: var key } => inputs.Find(key),
            ScopeInputTarget input => InnerData(input),
            LoopIndexTarget => new TensorType([], "int32"),
            _ => null,
        };

    private TensorType? InnerData(ScopeInputTarget input) =>
        input.Scope.Owner is { } owner && LayerShapes.Find(ClassOf(owner)) is INestingShape shape
            ? shape.InnerData(Call(owner), input.Key)
            : null;

    private void Run()
    {
        IReadOnlyCollection<NetLayer> open = structure.Layers;
        for (var pass = 0; pass < MostPasses && open.Count > 0; pass++)
        {
            unsettled.Clear();
            var changed = false;
            foreach (var layer in open)
            {
                changed |= Infer(layer);
            }

            if (unsettled.Count == 0 || (pass > 0 && !changed))
            {
                break;
            }

            // What a loop changes may change all that reads it.
            open = structure.Layers;
        }
    }

    private bool Infer(NetLayer layer)
    {
        var before = known.GetValueOrDefault(layer);
        var now = Inferred(layer);
        known[layer] = now;
        return before is null || !TypeComparison.IsSame(before.Type, now.Type);
    }

    private InferredLayer Inferred(NetLayer layer)
    {
        if (LayerShapes.Find(ClassOf(layer)) is not { } shape)
        {
            return InferredLayer.Unknown;
        }

        var call = Call(layer);
        var type = shape.Infer(call);
        if (type is not null && call.Fault is null)
        {
            DeclaredShape.Check(call, type);
        }

        var isKnown = !call.IsOpaque && call.Fault is null;
        return new(
            isKnown || (layer.Scope.IsInLoop && call.Fault is null) ? type : null,
            call.Outputs,
            VariableScopes.Name(layer, call.Variables),
            isKnown,
            call.IsOpaque ? null : call.Fault
        );
    }

    private LayerCall Call(NetLayer layer)
    {
        var sources = ImmutableArray.CreateBuilder<TensorType?>();
        foreach (var reference in layer.References)
        {
            if (reference.Option == "from")
            {
                sources.Add(TypeOf(reference, layer));
            }
        }

        return new(
            layer.Scope.HoldsOneLayer ? layer.Scope.Owner!.Name : layer.Name,
            ClassOf(layer),
            layer.Options,
            sources.ToImmutable(),
            new LayerSurroundings(this, layer)
        );
    }

    private static string ClassOf(NetLayer layer) =>
        Catalog.Returnn.Layers.TryGetValue(layer.ClassName, out var known) ? known.Name : layer.ClassName;
}
