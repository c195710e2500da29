using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>What a net is made of, in figures. What cannot be inferred is absent, never guessed.</summary>
/// <param name="Layers">How many layers there are, at every depth.</param>
/// <param name="ByClass">How many of each class, by the class's name.</param>
/// <param name="Dead">The paths of layers that RETURNN never builds.</param>
/// <param name="Depth">How many layers follow on each other on the longest way through the net.</param>
/// <param name="Parameters">The variables, in the order in which they are made; those that layers share, once.</param>
/// <param name="LayerDims">The axes of each layer's output in RETURNN's order, by path.</param>
/// <param name="Cost">What one pass forward costs.</param>
public sealed record NetStatistics(
    int Layers,
    ImmutableSortedDictionary<string, int> ByClass,
    ImmutableArray<string> Dead,
    int Depth,
    ImmutableArray<ParameterStatistics> Parameters,
    ImmutableArray<KeyValuePair<string, ImmutableArray<DimStatistics>>> LayerDims,
    CostStatistics Cost
)
{
    /// <summary>
    /// The layers whose variables cannot be known, by path; <c>network</c> if the net itself is code. If there are any, the parameters
    /// are some of those that the net has.
    /// </summary>
    public ImmutableArray<string> UnknownParameters { get; init; } = [];
}
