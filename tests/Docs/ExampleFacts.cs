using NetDsl.Emit;

namespace NetDsl.Tests.Docs;

/// <summary>What an example becomes.</summary>
/// <param name="Fused">With all rules.</param>
/// <param name="Blocks">Without any.</param>
internal sealed record ExampleFacts(NetStatistics Fused, NetStatistics Blocks);
