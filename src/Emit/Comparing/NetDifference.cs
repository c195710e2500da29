using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>What tells two nets apart.</summary>
/// <param name="Edits">The steps from the old net to the new one, in the order of the new one; what is gone comes last.</param>
/// <param name="Variables">Variables that differ by name or shape.</param>
/// <param name="OldParameters">How many numbers the old net's variables hold.</param>
/// <param name="NewParameters">The same of the new net.</param>
/// <param name="Unknown">Layers whose variables cannot be known; they are not compared.</param>
public sealed record NetDifference(
    ImmutableArray<NetEdit> Edits,
    ImmutableArray<VariableChange> Variables,
    long OldParameters,
    long NewParameters,
    ImmutableArray<string> Unknown
)
{
    /// <summary>Compares two nets: layers by name first, then by what they compute and what is around them.</summary>
    public static NetDifference Between(NetView old, NetView @new)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        var layers = LayerMatching.Of(old, @new);
        var dims = DimMatching.Of(old, @new, layers);
        var wiring = Wiring.Of(layers);
        var edits = new EditList(layers, dims, wiring);
        var variables = VariableComparison.Of(layers);
        return new(
            EditEffects.AddTo(edits, layers, variables),
            [.. variables.Changes],
            Count(old),
            Count(@new),
            [.. @new.Structure.Layers.Where(layer => !@new.Inferred[layer].KnowsVariables).Select(layer => layer.Path)]
        );
    }

    private static long Count(NetView net) =>
        net.Inferred.Variables().Sum(variable => variable.Shape.Aggregate(1L, (product, size) => product * size));
}
