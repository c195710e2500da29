namespace NetDsl.Tests.Golden;

/// <summary>An axis as RETURNN reported it.</summary>
/// <param name="Name">RETURNN's name for it.</param>
/// <param name="Kind"><c>batch</c>, <c>spatial</c> or <c>feature</c>.</param>
/// <param name="Size">Null if it differs per sequence or mini-batch.</param>
internal sealed record GoldenDim(string Name, string Kind, int? Size);
