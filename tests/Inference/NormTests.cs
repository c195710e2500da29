using Xunit;

namespace NetDsl.Tests.Inference;

/// <summary>Normalisations, their variables, and losses as layers.</summary>
public sealed class NormTests
{
    [Theory]
    [InlineData("\"masked_time\": False", 21, "y/batch_norm/v2_mean", "6")]
    [InlineData("\"masked_time\": False, \"use_shift\": False", 21, "y/batch_norm/v2_beta", null)]
    [InlineData("\"masked_time\": False, \"use_std\": False", 21, "y/batch_norm/v2_gamma", null)]
    [InlineData("\"masked_time\": False, \"param_version\": 1", 21, "y/batch_norm/mean", "1 1 6")]
    [InlineData("\"masked_time\": True", 11, "y/batch_norm/y_y_output_variance", "1 1 6")]
    public void The_variables_of_a_batch_norm_depend_on_its_version(
        string options,
        int version,
        string name,
        string? shape
    ) => Assert.Equal(shape, Net($$"""{"class": "batch_norm", "from": "data", {{options}}}""", version).Variable(name));

    [Fact]
    public void Any_class_can_normalise_its_output() =>
        Assert.Equal(
            "4",
            Net("""{"class": "linear", "n_out": 4, "from": "data", "batch_norm": {"masked_time": False}}""")
                .Variable("y/batch_norm/v2_gamma")
        );

    [Theory]
    [InlineData("""{"class": "norm", "axes": "tf", "from": "data"}""", "y/scale", "6")]
    [InlineData(
        """{"class": "norm", "axis": "f", "param_shape": ["dim:8", "f"], "from": "data:image"}""",
        "y/bias",
        "8 6"
    )]
    [InlineData("""{"class": "norm", "axis": "f", "scale": False, "from": "data"}""", "y/scale", null)]
    [InlineData("""{"class": "layer_norm", "from": "data"}""", "y/bias", "6")]
    [InlineData("""{"class": "layer_norm", "in_dim": width_dim, "from": "data:image"}""", "y/scale", "10")]
    [InlineData("""{"class": "tikhonov_regularization", "from": "data"}""", "y/dummy", "")]
    public void The_variables(string layer, string name, string? shape) =>
        Assert.Equal(shape, Net(layer).Variable(name));

    [Theory]
    [InlineData("""{"class": "batch_norm", "masked_time": True, "from": "data:image"}""", "ND2030")]
    [InlineData("""{"class": "batch_norm", "masked_time": False, "from": "data:labels"}""", "ND2030")]
    [InlineData("""{"class": "batch_norm", "masked_time": False, "param_version": 3, "from": "data"}""", "ND2037")]
    [InlineData("""{"class": "linear", "n_out": 4, "from": "data", "batch_norm": True}""", "ND2037")]
    [InlineData("""{"class": "norm", "from": "data"}""", "ND2037")]
    [InlineData("""{"class": "norm", "axis": "f", "param_shape": ["t"], "from": "data"}""", "ND2033")]
    [InlineData("""{"class": "norm", "axis": "f", "from": "data:labels"}""", "ND2035")]
    [InlineData("""{"class": "layer_norm", "from": "data:labels"}""", "ND2035")]
    [InlineData("""{"class": "layer_norm", "in_dim": time_dim, "from": "data"}""", "ND2030")]
    public void What_RETURNN_refuses(string layer, string code) =>
        Assert.Equal(code, Assert.Single(Net(layer).Faults).Code);

    [Fact]
    public void A_loss_as_a_layer_is_without_features()
    {
        var net = LayerNet.Of(
            """
            "p": {"class": "softmax", "n_out": 5, "from": "data"},
            "y": {"class": "loss", "loss_": "ce", "target_": "labels", "from": "p", "is_output_layer": True},
            """
        );

        Assert.Equal("global batch time:?", net.Axes("y"));
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(7, 1)]
    public void A_cross_entropy_is_over_as_many_classes_as_the_targets_have(int classes, int faults)
    {
        var net = LayerNet.Of(
            $$"""
            "p": {"class": "linear", "n_out": {{classes}}, "from": "data"},
            "y": {"class": "sparse_softmax_cross_entropy_with_logits", "logits": "p", "targets": "data:labels", "is_output_layer": True},
            """
        );

        Assert.Equal(faults, net.Faults.Count);
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(6, 0)]
    [InlineData(7, 1)]
    public void Ctc_is_over_the_classes_of_the_targets_or_one_more(int classes, int faults)
    {
        var net = LayerNet.Of(
            $$"""
            "p": {"class": "linear", "n_out": {{classes}}, "from": "data"},
            "y": {"class": "ctc_loss", "logits": "p", "targets": "data:labels", "is_output_layer": True},
            """
        );

        Assert.Equal(faults, net.Faults.Count);
    }

    [Theory]
    [InlineData("mean", "data:labels")]
    [InlineData("p", "last")]
    public void Ctc_needs_a_time_axis_on_both_sides(string logits, string targets)
    {
        var net = LayerNet.Of(
            $$"""
            "p": {"class": "linear", "n_out": 6, "from": "data"},
            "mean": {"class": "reduce", "mode": "mean", "axis": "T", "from": "p"},
            "last": {"class": "gather", "from": "data:labels", "axis": "T", "position": 0},
            "y": {"class": "ctc_loss", "logits": "{{logits}}", "targets": "{{targets}}", "is_output_layer": True},
            """
        );

        Assert.Equal("ND2030", Assert.Single(net.Faults).Code);
    }

    private static LayerNet Net(string layer, int version = 21) =>
        LayerNet.Of($"\"y\": {layer[..^1]}, \"is_output_layer\": True}},", version);
}
