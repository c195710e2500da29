using System.Collections.Immutable;
using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>What is known of a layer once its shape is inferred.</summary>
/// <param name="Type">Its output; null if it cannot be known.</param>
/// <param name="Outputs">Outputs beside the main one.</param>
/// <param name="Variables">The variables it makes, by full name; empty where none are known.</param>
/// <param name="KnowsVariables">Whether these are all its variables.</param>
/// <param name="Fault">Why RETURNN refuses it, if it does.</param>
internal sealed record InferredLayer(
    TensorType? Type,
    IReadOnlyDictionary<string, TensorType> Outputs,
    ImmutableArray<LayerVariable> Variables,
    bool KnowsVariables,
    ShapeFault? Fault
)
{
    /// <summary>Nothing is known.</summary>
    internal static InferredLayer Unknown { get; } =
        new(null, ImmutableDictionary<string, TensorType>.Empty, [], KnowsVariables: false, Fault: null);

    /// <summary>The variables that its class asks for, by the names below its scope, made by the layer or taken from others.</summary>
    internal IReadOnlyList<LayerVariable> Asked { get; init; } = [];
}
