using System.Text.RegularExpressions;
using CsCheck;
using NetDsl.Emit;
using Xunit;

namespace NetDsl.Tests.Lowering;

public sealed partial class BatchNormRefusalTests
{
    public static TheoryData<string> Differences => [.. NearMisses.All.Select(miss => miss.Name)];

    [Theory]
    [MemberData(nameof(Differences))]
    public void What_differs_in_substance_is_not_fused_and_the_report_says_why(string difference)
    {
        var miss = NearMisses.ByName(difference);
        var entry = Entry(miss);
        Assert.Equal(miss.Reason, LineNumber().Replace(entry.Reason ?? "fused", "line N"));
    }

    [Theory]
    [MemberData(nameof(Differences))]
    public void The_report_points_at_the_line_that_differs(string difference)
    {
        var miss = NearMisses.ByName(difference);
        var entry = Entry(miss);
        Assert.Contains(miss.Cause, SourceLine.At(entry.Cause), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Differences))]
    public void What_is_not_fused_is_emitted_from_blocks_completely(string difference)
    {
        var miss = NearMisses.ByName(difference);
        var net = EmittedNet.Of(NormNet.Of(miss.Apply));
        Assert.Equal(EmittedNet.FromBlocks(NormNet.Of(miss.Apply)).Emission.Text, net.Emission.Text);
        Assert.Equal((0, miss.Updates), (net.Count("batch_norm"), net.Count("variable_assign")));
        Assert.True(net.Count("cond") > 0);
        Assert.True(net.RunHooks > 0);
    }

    [Fact]
    public void A_difference_in_substance_is_seen_in_any_mixture_of_spellings() =>
        Gen.Select(BatchNormFiresTests.Mixtures, Gen.Int[0, General.Count - 1])
            .Sample(
                (names, place) =>
                {
                    var ways = General[place].Apply(BatchNormFiresTests.WaysOf(names));
                    var net = EmittedNet.Of(NormNet.Of(ways));
                    Assert.Equal(0, net.Count("batch_norm"));
                    Assert.Contains(net.Entries, entry => entry is { Rule: "batch_norm", Reason.Length: > 0 });
                }
            );

    // Other rules may have seen something of theirs in it.
    private static LoweringEntry Entry(NearMiss miss) =>
        Assert.Single(EmittedNet.Of(NormNet.Of(miss.Apply)).Entries, entry => entry.Rule == "batch_norm");

    private static IReadOnlyList<NearMiss> General { get; } = [.. NearMisses.All.Where(miss => miss.HoldsForAll)];

    [GeneratedRegex("line [0-9]+")]
    private static partial Regex LineNumber();
}
