namespace NetDsl.Layers;

/// <summary>One of the axes that a batch axis was merged from.</summary>
/// <param name="Axis">The axis as it was.</param>
/// <param name="Kind">How it was merged.</param>
internal sealed record BatchPart(Axis Axis, BatchPartKind Kind);
