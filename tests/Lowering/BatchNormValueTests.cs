using Xunit;
using static NetDsl.Tests.Lowering.NormNet;

namespace NetDsl.Tests.Lowering;

/// <summary>Constants and readers that a rule must not lose.</summary>
public sealed class BatchNormValueTests
{
    [Fact]
    public void What_is_repeated_along_a_dim_keeps_the_dim() => AssertWide(NormNets.Repeated());

    [Fact]
    public void An_epsilon_along_a_dim_keeps_the_dim() => AssertWide(NormNets.WideEpsilon());

    [Fact]
    public void A_running_mean_that_is_an_output_is_read_before_the_update()
    {
        var net = EmittedNet.Of(NormNets.MeanAsOutput());
        Assert.Equal((0, 2), (net.Count("batch_norm"), net.Count("variable_assign")));
        Assert.Equal("the running mean is the output \"peek\"", Assert.Single(net.Entries).Reason);
    }

    [Fact]
    public void From_blocks_a_running_mean_that_is_an_output_is_read_in_order()
    {
        var peek = (DictValue)EmittedNet.FromBlocks(NormNets.MeanAsOutput()).Network["peek"]!;
        Assert.Equal((OptionValue)"norm.batch_norm.v2_mean.read", peek["from"]);
    }

    [Fact]
    public void A_negative_epsilon_is_not_raised_but_refused()
    {
        var net = EmittedNet.Of(NormNet.Of(new NormWays(), epsilon: -1e-3));
        Assert.Equal(0, net.Count("batch_norm"));
        Assert.Equal("epsilon is -0.001, and below 0", Assert.Single(net.Entries).Reason);
    }

    private static void AssertWide(Net net)
    {
        var output = (DictValue)EmittedNet.Of(net).Network["output"]!;
        Assert.Contains((OptionValue)Width, ((SequenceValue)output["out_shape"]!).Items);
    }
}
