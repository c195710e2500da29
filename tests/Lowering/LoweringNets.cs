namespace NetDsl.Tests.Lowering;

/// <summary>All nets of these tests, for what must hold for each.</summary>
internal static class LoweringNets
{
    internal static IReadOnlyDictionary<string, Func<Net>> All { get; } =
        Spelled()
            .Concat(Missed())
            .Concat(NormNets.All)
            .Concat(MapNets.All)
            .Concat(LayerNormNets.All)
            .Concat(GateNets.All)
            .Concat(EmbeddingNets.All)
            .Concat(ConvNets.All)
            .Concat(AttentionNets.All)
            .ToDictionary(net => net.Key, net => net.Value);

    private static IEnumerable<KeyValuePair<string, Func<Net>>> Spelled() =>
        NormSpellings.All.DistinctBy(way => way.Name).Select(way => Pair(way.Name, way.Apply));

    private static IEnumerable<KeyValuePair<string, Func<Net>>> Missed() =>
        NearMisses.All.Select(miss => Pair($"not fused: {miss.Name}", miss.Apply));

    private static KeyValuePair<string, Func<Net>> Pair(string name, Func<NormWays, NormWays> change) =>
        new(name, () => NormNet.Of(change));
}
