using NetDsl.Emit;

namespace NetDsl.Tests.Docs;

/// <summary>The layers of a net for readers: the most frequent class first.</summary>
internal static class LayerCounts
{
    public static string Of(NetStatistics net) =>
        string.Join(
            ", ",
            net.ByClass.OrderByDescending(item => item.Value)
                .ThenBy(item => item.Key, StringComparer.Ordinal)
                .Select(item => FormattableString.Invariant($"{item.Value} `{item.Key}`"))
        );
}
