using Xunit;
using static NetDsl.Ops;

namespace NetDsl.Tests.Lowering;

public sealed class SoftmaxLoweringTests
{
    [Fact]
    public void Map_softmax_and_loss_are_one_layer()
    {
        var layer = Softmax(MapNets.Classifier());
        Assert.Equal(
            OptionValue.Dict(
                ("class", "softmax"),
                ("from", "data:data"),
                ("in_dim", MapNets.Input),
                ("out_dim", MapNets.Classes),
                ("with_bias", true),
                ("forward_weights_init", "glorot_uniform"),
                ("bias_init", 0.0),
                ("name_scope", "map"),
                ("out_shape", OptionValue.Set(Dim.Batch, MapNets.Time, MapNets.Classes)),
                ("loss", "ce"),
                ("target", "classes")
            ),
            layer
        );
    }

    [Theory]
    [InlineData(true, true, "with loss")]
    [InlineData(true, false, "no loss")]
    [InlineData(false, true, "loss only")]
    public void The_report_says_what_the_layer_does(bool output, bool loss, string variant)
    {
        var entry = Assert.Single(
            EmittedNet.Of(MapNets.Classifier(output, loss)).Entries,
            entry => entry.Rule == "softmax"
        );
        Assert.Equal((true, variant, "map"), (entry.Fired, entry.Variant, entry.Module));
    }

    [Fact]
    public void Without_a_loss_the_layer_has_none() => Assert.Null(Softmax(MapNets.Classifier(loss: false))["loss"]);

    [Fact]
    public void Without_an_output_the_layer_has_the_name_of_the_loss() =>
        Assert.Equal(
            (OptionValue)"ce",
            ((DictValue)EmittedNet.Of(MapNets.Classifier(output: false)).Network["ce"]!)["loss"]
        );

    [Fact]
    public void The_scale_of_the_loss_is_kept() =>
        Assert.Equal(OptionValue.Dict(("scale", 0.5)), Softmax(MapNets.Classifier(scale: 0.5))["loss_opts"]);

    [Fact]
    public void Logits_that_are_read_elsewhere_keep_their_layer() =>
        AssertApart(MapNets.Classifier(also: (net, logits) => net.Output(Relu(logits), "peek")));

    [Fact]
    public void Logits_that_are_an_output_keep_their_layer() =>
        AssertApart(MapNets.Classifier(also: (net, logits) => net.Output(logits, "peek")));

    [Fact]
    public void A_target_that_is_computed_is_named_as_a_layer()
    {
        var net = EmittedNet.Of(MapNets.ShiftedTarget(softmaxFirst: false));
        Assert.Equal((OptionValue)"layer:shift_axis", Assert.Single(net.OfClass("softmax"))["target"]);
        Assert.Equal(1, net.Count("shift_axis"));
    }

    [Fact]
    public void A_target_that_is_computed_behind_the_softmax_keeps_the_loss_apart() =>
        AssertApart(MapNets.ShiftedTarget(softmaxFirst: true));

    [Fact]
    public void Dense_targets_keep_the_loss_apart() => AssertApart(MapNets.DenseTarget());

    [Fact]
    public void A_loss_that_is_computed_on_stays_apart() => AssertApart(MapNets.WeightedLoss());

    [Fact]
    public void Logarithms_of_probabilities_stay_apart() => AssertApart(MapNets.LogProbabilities());

    private static DictValue Softmax(Net net) => Assert.Single(EmittedNet.Of(net).OfClass("softmax"));

    private static void AssertApart(Net net)
    {
        var emitted = EmittedNet.Of(net);
        Assert.Equal((1, 0), (emitted.Count("linear"), emitted.Count("softmax")));
        Assert.DoesNotContain(emitted.Entries, entry => entry is { Rule: "softmax", Fired: true });
    }
}
