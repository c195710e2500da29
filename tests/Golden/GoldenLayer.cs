namespace NetDsl.Tests.Golden;

/// <summary>
/// A layer as RETURNN constructed it: its class (null for what has none), its axes in RETURNN's own order, its data type, and
/// for a tensor of indices how many classes they point into.
/// </summary>
internal sealed record GoldenLayer(string? Class, IReadOnlyList<GoldenDim> Dims, string Type, int? SparseDim);
