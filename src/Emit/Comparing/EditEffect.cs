using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>What an edit does to variables and dims, as far as they can be known.</summary>
/// <param name="Parameters">How many numbers more there are in variables.</param>
/// <param name="Variables">Variables that are new, gone, or of another shape.</param>
/// <param name="Dims">Layers whose output has other dims, each with the dims before and after.</param>
public sealed record EditEffect(
    long Parameters,
    ImmutableArray<VariableChange> Variables,
    ImmutableArray<OptionChange> Dims
)
{
    /// <summary>Nothing.</summary>
    public static EditEffect None { get; } = new(0, [], []);
}
