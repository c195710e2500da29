using System.Collections.Immutable;

namespace NetDsl;

/// <summary>A further result of a layer, which RETURNN gives the name of a sub-layer (contract 3.4): no layer of its own.</summary>
internal sealed class LayerPartNode(LayerNode layer, string name, Signature signature, Diagnostic? fault)
    : Node([layer.Output])
{
    /// <summary>The name below the layer's.</summary>
    internal string Name { get; } = name;

    internal override string Kind => $"{Inputs[0].Node.Kind}/{Name}";

    internal override ImmutableArray<Signature> Infer(FaultList faults)
    {
        if (fault is not null)
        {
            faults.Add(fault);
        }

        return [signature];
    }
}
