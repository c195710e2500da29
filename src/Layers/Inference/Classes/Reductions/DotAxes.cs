using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary>The axes of the two sources of a <c>dot</c> layer, as places in each.</summary>
/// <param name="LeftReduced">What is summed over.</param>
/// <param name="RightReduced">The same axes in the right source.</param>
/// <param name="LeftKept">What the left source alone has.</param>
/// <param name="RightKept">What the right source alone has.</param>
/// <param name="LeftShared">What both have.</param>
/// <param name="RightShared">The same axes in the right source.</param>
internal sealed record DotAxes(
    ImmutableArray<int> LeftReduced,
    ImmutableArray<int> RightReduced,
    ImmutableArray<int> LeftKept,
    ImmutableArray<int> RightKept,
    ImmutableArray<int> LeftShared,
    ImmutableArray<int> RightShared
);
