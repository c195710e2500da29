namespace NetDsl.Layers;

/// <summary>What a loop runs over.</summary>
/// <param name="Axis">The axis, or null for a single step: the layer is itself in a loop, which does the steps.</param>
internal sealed record LoopExtent(Axis? Axis)
{
    internal static LoopExtent SingleStep { get; } = new((Axis?)null);
}
