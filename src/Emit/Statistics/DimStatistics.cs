namespace NetDsl.Emit;

/// <summary>An axis of a layer's output.</summary>
/// <param name="Name">RETURNN's name for it.</param>
/// <param name="Kind"><c>batch</c>, <c>spatial</c>, <c>feature</c>, or <c>unspecified</c>.</param>
/// <param name="Size">Null if it differs from sequence to sequence, or from batch to batch.</param>
public sealed record DimStatistics(string Name, string Kind, int? Size);
