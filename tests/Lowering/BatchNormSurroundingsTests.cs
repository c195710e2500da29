using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Lowering;

/// <summary>Batch norms where the net around them decides.</summary>
public sealed class BatchNormSurroundingsTests
{
    [Fact]
    public void Several_in_one_net_are_fused_each_with_its_own_names()
    {
        var net = EmittedNet.Of(NormNets.Several());
        Assert.Equal(
            [(true, "first"), (true, "second"), (true, "third")],
            net.Entries.Select(e => (e.Fired, e.Module))
        );
        Assert.Equal(3, net.Count("batch_norm"));
    }

    [Fact]
    public void A_module_in_a_module_keeps_its_path()
    {
        var layer = Assert.Single(EmittedNet.Of(NormNets.Nested()).OfClass("batch_norm"));
        Assert.Equal((OptionValue)"outer/inner", layer["name_scope"]);
    }

    [Fact]
    public void Another_update_in_the_same_When_stays()
    {
        var net = EmittedNet.Of(NormNets.WithCounter());
        Assert.True(Assert.Single(net.Entries).Fired);
        Assert.Equal(
            (1, 1, 1, 1),
            (net.Count("batch_norm"), net.Count("cond"), net.Count("variable_assign"), net.RunHooks)
        );
    }

    [Fact]
    public void A_beta_that_is_updated_stays_outside()
    {
        var net = EmittedNet.Of(NormNets.UpdatedBeta());
        Assert.Equal("gamma only", Assert.Single(net.Entries).Variant);
        Assert.Equal((1, 1), (net.Count("batch_norm"), net.Count("variable_assign")));
    }

    [Fact]
    public void A_beta_that_is_gamma_stays_outside()
    {
        var net = EmittedNet.Of(NormNets.GammaAsBeta());
        Assert.Equal("gamma only", Assert.Single(net.Entries).Variant);
        Assert.Equal(1, net.Count("combine"));
    }

    [Fact]
    public void What_is_doubled_is_fused_and_then_doubled()
    {
        var net = EmittedNet.Of(NormNets.Doubled());
        Assert.Equal("gamma only", Assert.Single(net.Entries).Variant);
        Assert.Contains(net.OfClass("eval"), layer => layer["eval"] == "source(0) * 2.0");
    }

    [Fact]
    public void A_result_may_be_read_many_times()
    {
        var net = EmittedNet.Of(NormNets.ReadTwice());
        Assert.True(Assert.Single(net.Entries).Fired);
    }

    [Fact]
    public void One_called_twice_is_not_fused() =>
        AssertRefused(
            NormNets.CalledTwice(),
            "the running mean is updated 2 times",
            "norm.Call(x) + norm.Call(Relu(x))"
        );

    [Fact]
    public void One_in_a_branch_is_not_fused() =>
        AssertRefused(
            NormNets.InBranch(),
            "the update of the running mean is not in a Cond on the train flag alone",
            "running.AssignAdd("
        );

    [Fact]
    public void One_that_divides_in_a_branch_is_not_fused() =>
        AssertRefused(
            NormNets.DividesInBranch(),
            "it is inside a branch of another Cond",
            "Cond(loud, () => centered * Rsqrt(square)"
        );

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_whose_running_mean_is_chosen_for_something_else_too_is_not_fused(bool isOutput)
    {
        Tensor? other = null;
        var net = NormNet.Of(ways =>
            ways with
            {
                Choose = all =>
                {
                    var results = Cond(
                        all.Flag(),
                        () =>
                        {
                            var (mean, variance) = all.Moments();
                            return [mean, variance, all.RunningMean];
                        },
                        () => [all.RunningMean, all.RunningVariance, all.RunningMean]
                    );
                    other = results[2];
                    return all with { Mean = results[0], Variance = results[1] };
                },
                Also = (net, _, _) => net.Output(isOutput ? other! : Square(other!), "other"),
            }
        );

        AssertRefused(net, "the running mean is also used by cond", "var results = Cond(");
    }

    [Fact]
    public void One_that_divides_in_a_loop_is_not_fused()
    {
        Tensor? frames = null;
        var net = NormNet.Of(ways =>
            ways with
            {
                HasGamma = false,
                HasBeta = false,
                Source = net =>
                {
                    frames = net.Input("frames", [Dim.Batch, NormNet.Time, NormNet.Feature]);
                    return net.Input("data", [Dim.Batch, NormNet.Feature]);
                },
                Divide = (centered, square) =>
                    Loop(NormNet.Time, step => step.Stack(step.Unstack(frames!) + centered * Rsqrt(square))),
            }
        );

        AssertRefused(net, "it is inside a loop", "centered * Rsqrt(square)");
    }

    [Fact]
    public void One_parameter_for_two_purposes_is_not_fused() =>
        AssertRefused(NormNets.MeanAsGamma(), "the running mean is used in a second place, too", "scaled + beta");

    [Fact]
    public void One_parameter_for_both_statistics_is_not_fused() =>
        AssertRefused(NormNets.SameStatistics(), "the running mean is used in a second place, too", "scaled + beta");

    [Fact]
    public void A_beta_that_stays_outside_is_explained()
    {
        var entry = Assert.Single(EmittedNet.Of(NormNets.UpdatedBeta()).Entries);
        Assert.Contains("beta is updated, and the layer only reads it", entry.Notes);
    }

    [Fact]
    public void A_gamma_for_two_is_bound_in_both()
    {
        var net = EmittedNet.Of(NormNets.SharedGamma());
        var map = OptionValue.Dict(
            ("batch_norm/v2_gamma", OptionValue.Dict(("layer_output", "first.batch_norm.v2_gamma")))
        );
        Assert.Equal([map, map], net.OfClass("batch_norm").Select(layer => ((DictValue)layer["reuse_params"]!)["map"]));
    }

    [Fact]
    public void Without_a_path_the_scope_is_the_root()
    {
        var layer = Assert.Single(EmittedNet.Of(NormNets.WithoutPath()).OfClass("batch_norm"));
        Assert.Equal(((OptionValue)"", null), (layer["name_scope"], layer["reuse_params"]));
    }

    [Fact]
    public void A_gamma_of_another_module_is_bound()
    {
        var layer = Assert.Single(EmittedNet.Of(NormNets.GammaOfAnother()).OfClass("batch_norm"));
        Assert.Equal((OptionValue)"the_norm", layer["name_scope"]);
        Assert.Equal(
            OptionValue.Dict(("batch_norm/v2_gamma", OptionValue.Dict(("layer_output", "other.batch_norm.v2_gamma")))),
            ((DictValue)layer["reuse_params"]!)["map"]
        );
    }

    [Fact]
    public void A_masked_one_before_one_that_is_not_stays_as_it_is()
    {
        var net = EmittedNet.Of(NormNets.MaskedFirst());
        Assert.Equal([(false, "first"), (true, "second")], net.Entries.Select(e => (e.Fired, e.Module)));
        Assert.Equal("mean may read padding frames, and those are zero after packing", net.Entries[0].Reason);
    }

    [Fact]
    public void A_masked_one_before_another_is_fused()
    {
        var net = EmittedNet.Of(NormNets.MaskedTwice());
        Assert.Equal([(true, "first"), (true, "second")], net.Entries.Select(e => (e.Fired, e.Module)));
        Assert.Equal((2, 2), (net.Count("flatten_batch"), net.Count("unflatten_batch")));
    }

    private static void AssertRefused(Net net, string reason, string cause)
    {
        var emitted = EmittedNet.Of(net);
        var entries = emitted.Entries.Where(entry => entry.Rule == "batch_norm").ToList();
        Assert.Equal(0, emitted.Count("batch_norm"));
        Assert.All(entries, entry => Assert.Equal(reason, entry.Reason));
        Assert.Contains(entries, entry => SourceLine.At(entry.Cause).Contains(cause, StringComparison.Ordinal));
    }
}
