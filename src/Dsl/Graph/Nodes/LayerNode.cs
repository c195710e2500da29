using System.Collections.Immutable;

namespace NetDsl;

/// <summary>
/// A layer of RETURNN by its class name, with options and dims as given: the escape hatch, and what modules without
/// a primitive form record.
/// </summary>
internal sealed class LayerNode(
    string layerClass,
    ImmutableArray<Tensor> sources,
    DictValue options,
    Signature signature,
    ImmutableArray<Tensor> optionTensors
) : Node([.. sources, .. optionTensors])
{
    internal string LayerClass { get; } = layerClass;

    /// <summary>What <c>from</c> lists.</summary>
    internal ImmutableArray<Tensor> Sources { get; } = sources;

    /// <summary>All options but <c>class</c>, <c>from</c> and the output dims.</summary>
    internal DictValue Options { get; } = options;

    /// <summary>The scope of the layer's own variables, from the root; null to follow the layer's name.</summary>
    internal string? NameScope { get; init; }

    internal override string Kind => LayerClass;

    internal override ImmutableArray<Signature> Infer(FaultList faults)
    {
        if (UpdateDiagnostics.FindAssignInLoop(Options) is { } path)
        {
            faults.Add(UpdateDiagnostics.AssignInLoop(path));
        }

        return [signature];
    }
}
