using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>What one pass forward costs, as formulas of the batch size and of the lengths.</summary>
/// <param name="MultiplyAdds">Products of weights and of tensors; steps entry by entry are not counted.</param>
/// <param name="ActivationBytes">The outputs of all layers together.</param>
/// <param name="ParameterBytes">All variables.</param>
/// <param name="Uncounted">The paths of layers whose dims cannot be known: the figures lack them.</param>
public sealed record CostStatistics(
    ImmutableArray<CostTerm> MultiplyAdds,
    ImmutableArray<CostTerm> ActivationBytes,
    long ParameterBytes,
    ImmutableArray<string> Uncounted
);
