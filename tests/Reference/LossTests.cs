using NetDsl.Reference;
using Xunit;

namespace NetDsl.Tests.Reference;

/// <summary>Losses of layers, worked out by hand.</summary>
public sealed class LossTests
{
    // Two sequences, of two frames and of one.
    private static readonly double[][] data =
    [
        [0.1, 0.2, 0.7, 0.3, 0.3, 0.4],
        [0.5, 0.25, 0.25],
    ];

    private static readonly double[][] rows =
    [
        [0.1, 0.2, 0.7],
        [0.3, 0.3, 0.4],
        [0.5, 0.25, 0.25],
    ];

    [Fact]
    public void Cross_entropy_with_itself_is_the_entropy() =>
        AssertLoss(rows.Sum(row => row.Sum(share => -share * Math.Log(share))), "ce", "");

    [Fact]
    public void A_loss_that_is_bounded_is_not_more_in_all() => AssertLoss(3 * 0.5, "ce", "\"fake_upper_bound\": 0.5");

    [Fact]
    public void Each_feature_may_be_a_question_of_its_own() =>
        AssertLoss(
            rows.Sum(row => row.Sum(number => Math.Log(1 + Math.Exp(number)) - (number * number)) / 3),
            "bin_ce",
            ""
        );

    [Fact]
    public void Answers_that_are_yes_may_weigh_more() =>
        AssertLoss(
            rows.Sum(row =>
                row.Sum(number =>
                    (2 * number * Math.Log(1 + Math.Exp(-number))) + ((1 - number) * Math.Log(1 + Math.Exp(number)))
                ) / 3
            ),
            "bin_ce",
            "\"pos_weight\": 2.0"
        );

    [Fact]
    public void A_loss_for_evaluation_alone_is_not_there_in_training() =>
        Assert.Empty(ComputedNet.Run(Layer("mse", "", ", \"only_on_eval\": True"), data).Losses);

    [Fact]
    public void What_a_loss_is_divided_by_may_be_a_layer() =>
        Assert.Equal(
            1.0 / 3,
            Assert
                .Single(
                    ComputedNet
                        .Run(
                            """ "n": {"class": "length", "from": "data:data"}, """
                                + Layer("mse", "\"custom_inv_norm_factor\": \"n\"", ""),
                            data
                        )
                        .Losses
                )
                .Normalization,
            9
        );

    [Fact]
    public void A_loss_that_only_counts_errors_teaches_nothing() =>
        Assert.Empty(ComputedNet.Run(Layer("as_is", "\"as_error\": True", ""), data).Losses);

    [Theory]
    [InlineData("ce", "\"label_smoothing_gaussian\": True")]
    [InlineData("expected_loss", "")]
    public void A_loss_that_is_not_computed_is_named(string loss, string options)
    {
        var config = NetText.Config(Layer(loss, options, ""));

        Assert.Contains(
            NetVerifier.Compare(config, "net.py", config, "net.py", new()).Diagnostics,
            finding => finding.Code == "ND7002" && finding.Layer == "output"
        );
    }

    private static void AssertLoss(double expected, string loss, string options) =>
        Assert.Equal(
            expected,
            Assert.Single(ComputedNet.Run(Layer(loss, options, ""), data).Losses).Sum.Array.Data[0],
            9
        );

    private static string Layer(string loss, string options, string further) =>
        $$""" "output": {"class": "copy", "from": "data:data", "loss": "{{loss}}", "target": "data", "loss_opts": { {{options}} } {{further}} } """;
}
