using NetDsl.Emit;
using NetDsl.Layers;
using Xunit;
using static NetDsl.Ops;
using static NetDsl.Tests.Verifier;

namespace NetDsl.Tests.Emitting;

/// <summary>Nets that grow from one epoch to the next.</summary>
public sealed class GrowthTests
{
    private readonly Dim time = Dim.Dynamic("time");
    private readonly Dim features = Dim.Feature("in", 3);
    private readonly Dim classes = Dim.Feature("out", 5);

    [Fact]
    public async Task A_net_that_grows_in_depth_and_then_in_width() =>
        await Verify(
            Emitted.Text(Net.Grow((1, () => Stacked(1, 4)), (3, () => Stacked(2, 4)), (5, () => Stacked(2, 8)))),
            "py"
        );

    [Fact]
    public void Stages_that_are_equal_are_one() =>
        Assert.Contains(
            "get_network = lambda epoch: network_1 if epoch < 6 else network\n",
            Emitted.Text(
                Net.Grow(
                    (1, () => Stacked(1, 4)),
                    (3, () => Stacked(1, 4)),
                    (6, () => Stacked(2, 4)),
                    (9, () => Stacked(2, 4))
                )
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_net_that_stays_the_same_needs_no_function() =>
        Assert.DoesNotContain(
            "get_network",
            Emitted.Text(Net.Grow((1, () => Stacked(1, 4)), (3, () => Stacked(1, 4)))),
            StringComparison.Ordinal
        );

    [Fact]
    public void What_becomes_of_the_parameters_is_said()
    {
        var found = ConfigEmitter.Emit(Net.Grow((1, () => Stacked(1, 4)), (3, () => Stacked(2, 4))), new());

        Assert.Contains(
            found.Diagnostics,
            finding =>
                finding.Code == "ND4030"
                && finding.Message
                    == "From epoch 3 on, 4 parameters are carried, 0 are resized, 2 are new (layer1/W, layer1/b)."
        );
    }

    [Fact]
    public void A_layer_that_loses_a_parameter_is_impossible() =>
        Assert.Contains(
            Emitted.Errors(Net.Grow((1, () => Stacked(1, 4)), (3, () => Stacked(1, 4, bias: false)))),
            error => error.Code == "ND3018"
        );

    [Fact]
    public void Inputs_with_dims_of_their_own_are_an_error() =>
        Assert.Contains(
            Emitted.Errors(Net.Grow((1, () => Stacked(1, 4, other: Dim.Dynamic("time"))), (3, () => Stacked(2, 4)))),
            error => error.Code == "ND3017"
        );

    [Fact]
    public void Another_learning_rate_in_a_stage_is_a_warning() =>
        Assert.Equal(
            [
                "The net from epoch 1 on sets \"learning_rate\" otherwise than the last one, whose values hold in all epochs.",
            ],
            Warnings((1, Training(0.001)), (3, Training(0.01)))
        );

    [Fact]
    public void Training_in_an_earlier_stage_alone_is_a_warning() =>
        Assert.Single(Warnings((1, Training(0.001)), (3, null)));

    [Fact]
    public void A_stage_that_sets_what_others_do_not_is_a_warning_though_its_net_is_the_same() =>
        Assert.Single(Warnings((1, Training(0.001)), (3, Training(0.01)), (5, Training(0.001))));

    [Fact]
    public void Equal_training_in_all_stages_is_fine() =>
        Assert.Empty(Warnings((1, Training(0.001)), (3, Training(0.001))));

    [Fact]
    public void Training_in_the_last_stage_alone_is_fine() => Assert.Empty(Warnings((1, null), (3, Training(0.001))));

    [Fact]
    public void Stages_with_other_names_are_a_warning() =>
        Assert.Contains(
            ConfigEmitter
                .Emit(Net.Grow((1, () => Stacked(1, 4, name: "small")), (3, () => Stacked(2, 4))), new())
                .Diagnostics,
            finding =>
                finding.Code == "ND3046"
                && finding.Message
                    == "The net from epoch 1 on is named \"small\", but the config gets the name of the last one, \"growing\"."
        );

    [Fact]
    public void JSON_cannot_say_it() =>
        Assert.Contains(
            Emitted.Errors(Net.Grow((1, () => Stacked(1, 4)), (3, () => Stacked(2, 4))), Form.Json),
            error => error.Code == "ND3019"
        );

    [Fact]
    public void Stages_begin_with_epoch_1_and_come_one_after_the_other()
    {
        Assert.Throws<ArgumentException>(() => Net.Grow((2, () => Stacked(1, 4))));
        Assert.Throws<ArgumentException>(() => Net.Grow((1, () => Stacked(1, 4)), (1, () => Stacked(2, 4))));
    }

    private string[] Warnings(params (int FirstEpoch, Training? Training)[] stages)
    {
        (int, Func<Net>)[] recorded =
        [
            .. stages.Select(stage =>
                (
                    stage.FirstEpoch,
                    (Func<Net>)(
                        () =>
                        {
                            var net = Stacked(1, 4);
                            net.Training = stage.Training;
                            return net;
                        }
                    )
                )
            ),
        ];
        return
        [
            .. ConfigEmitter
                .Emit(Net.Grow(recorded), new())
                .Diagnostics.Where(finding => finding is { Code: "ND3046", Severity: Severity.Warning })
                .Select(finding => finding.Message),
        ];
    }

    private static Training Training(double learningRate) =>
        new()
        {
            Task = "forward",
            Optimizer = Optimizer.Adam(),
            LearningRate = learningRate,
        };

    private Net Stacked(int layers, int width, bool bias = true, Dim? other = null, string name = "growing")
    {
        var net = new Net(name);
        var x = net.Input("data", [Dim.Batch, other ?? time, features]);
        var hidden = Dim.Feature("hidden", width);
        for (var layer = 0; layer < layers; layer++)
        {
            x = Tanh(net.Add($"layer{layer}", new Linear(hidden, bias: bias)).Call(x));
        }

        net.Output(net.Add("classify", new Linear(classes)).Call(x));
        return net;
    }
}
