using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary>A variable that a layer makes.</summary>
/// <param name="Name">Below the layer's scope, such as <c>W</c> or <c>batch_norm/v2_mean</c> (contract 10).</param>
/// <param name="Shape">Its sizes.</param>
/// <param name="IsTrainable">Whether training may change it, unless the layer says otherwise.</param>
internal sealed record LayerVariable(string Name, ImmutableArray<int> Shape, bool IsTrainable = true);
