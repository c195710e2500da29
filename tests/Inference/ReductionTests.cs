using Xunit;

namespace NetDsl.Tests.Inference;

/// <summary>Sums, products and linear maps.</summary>
public sealed class ReductionTests
{
    [Theory]
    [InlineData("""{"class": "reduce", "mode": "mean", "axis": "t", "from": "data"}""", "global batch in:6")]
    [InlineData("""{"class": "reduce", "mode": "max", "axes": "bt", "from": "data"}""", "in:6")]
    [InlineData(
        """{"class": "reduce", "mode": "sum", "axis": "f", "from": "data", "keep_dims": True}""",
        "global batch time:? y:keep-dim-2:1"
    )]
    [InlineData("""{"class": "math_norm", "p": 2, "axis": "f", "from": "data"}""", "global batch time:?")]
    [InlineData(
        """{"class": "reduce_out", "mode": "max", "num_pieces": 2, "from": "data"}""",
        "global batch time:? in//2:3"
    )]
    [InlineData("""{"class": "weighted_sum", "axes": "f", "from": "data"}""", "global batch time:?")]
    [InlineData(
        """{"class": "weighted_sum", "axes": "t", "size": (3,), "padding": "same", "from": "data"}""",
        "global batch y:weighted-sum:0:? in:6"
    )]
    [InlineData("""{"class": "elemwise_prod", "axes": "f", "from": "data"}""", "global batch time:? in:6")]
    [InlineData("""{"class": "accumulate_mean", "exp_average": 0.1, "from": "data"}""", "in:6")]
    [InlineData("""{"class": "linear", "n_out": 4, "from": "data"}""", "global batch time:? y:feature-dense:4")]
    [InlineData("""{"class": "linear", "n_out": 6, "from": "data"}""", "global batch time:? in:6")]
    [InlineData("""{"class": "linear", "out_dim": classes_dim, "from": "data"}""", "global batch time:? classes:5")]
    [InlineData("""{"class": "linear", "n_out": 4, "from": "data:labels"}""", "global batch time:? y:feature-dense:4")]
    [InlineData(
        """{"class": "linear", "n_out": 4, "in_dim": width_dim, "from": "data:image"}""",
        "global batch y:feature-dense:4 height:8 in:6"
    )]
    [InlineData("""{"class": "softmax", "target": "labels", "from": "data"}""", "global batch time:? classes:5")]
    [InlineData(
        """{"class": "softmax", "target": "labels", "loss": "ctc", "from": "data"}""",
        "global batch time:? classes+1:6"
    )]
    public void The_axes_of_the_output(string layer, string axes) => Assert.Equal(axes, Net(layer).Axes("y"));

    [Theory]
    [InlineData("""{"class": "linear", "n_out": 4, "from": "data"}""", "y/W", "6 4")]
    [InlineData("""{"class": "linear", "n_out": 4, "from": "data"}""", "y/b", "4")]
    [InlineData("""{"class": "linear", "n_out": 4, "from": "data", "with_bias": False}""", "y/b", null)]
    [InlineData("""{"class": "linear", "n_out": 4, "from": "data", "use_transposed_weights": True}""", "y/W", "4 6")]
    [InlineData("""{"class": "linear", "n_out": 4, "from": "data:labels"}""", "y/W", "5 4")]
    [InlineData("""{"class": "linear", "n_out": 4, "in_dim": width_dim, "from": "data:image"}""", "y/W", "10 4")]
    [InlineData("""{"class": "weighted_sum", "axes": "f", "from": "data"}""", "y/W", "6")]
    [InlineData("""{"class": "elemwise_prod", "axes": ["f", "dim:8"], "from": "data:image"}""", "y/W", "8 6")]
    [InlineData("""{"class": "accumulate_mean", "exp_average": 0.1, "from": "data"}""", "y/mean", "6")]
    public void The_variables(string layer, string name, string? shape) =>
        Assert.Equal(shape, Net(layer).Variable(name));

    [Fact]
    public void Argmax_leaves_indices_into_the_axis() =>
        Assert.Equal(
            "int32 6",
            Net("""{"class": "reduce", "mode": "argmax", "axis": "f", "from": "data"}""").Entries("y")
        );

    [Theory]
    [InlineData("""{"class": "reduce", "mode": "mean", "axis": "t", "from": "data:labels"}""", "ND2035")]
    [InlineData("""{"class": "reduce", "mode": "mean", "axis": "t?", "from": "data:image"}""", "ND2030")]
    [InlineData("""{"class": "reduce", "mode": "argmax", "axis": ["b", "t"], "from": "data"}""", "ND2033")]
    [InlineData("""{"class": "reduce", "mode": "any", "axis": "t", "from": "data"}""", "ND2035")]
    [InlineData("""{"class": "reduce", "mode": "mean", "axis": "t", "axes": "f", "from": "data"}""", "ND2037")]
    [InlineData("""{"class": "reduce", "mode": "mean", "axes": "bt", "keep_dims": True, "from": "data"}""", "ND2037")]
    [InlineData("""{"class": "reduce", "mode": "mean", "axis": 1, "from": "data"}""", "ND2030")]
    [InlineData("""{"class": "reduce_out", "mode": "max", "num_pieces": 4, "from": "data"}""", "ND2033")]
    [InlineData("""{"class": "weighted_sum", "axes": "t", "from": "data"}""", "ND2033")]
    [InlineData(
        """{"class": "weighted_sum", "axes": "t", "size": (3,), "padding": "valid", "from": "data"}""",
        "ND2033"
    )]
    [InlineData(
        """{"class": "weighted_sum", "axes": "f", "size": (3,), "padding": "valid", "keep_dims": False, "from": "data"}""",
        "ND2033"
    )]
    [InlineData("""{"class": "elemwise_prod", "axes": "t", "from": "data"}""", "ND2033")]
    [InlineData("""{"class": "elemwise_prod", "axes": "f", "size": (5,), "from": "data"}""", "ND2033")]
    [InlineData("""{"class": "linear", "from": "data"}""", "ND2037")]
    [InlineData("""{"class": "linear", "n_out": 4, "from": []}""", "ND2036")]
    [InlineData("""{"class": "linear", "n_out": 4, "from": "data:lengths"}""", "ND2033")]
    [InlineData("""{"class": "linear", "n_out": 4, "with_bias": False, "bias_init": 1.0, "from": "data"}""", "ND2037")]
    [InlineData("""{"class": "linear", "n_out": 4, "out_type": {"dim": 5}, "from": "data"}""", "ND2037")]
    public void What_RETURNN_refuses(string layer, string code) =>
        Assert.Equal(code, Assert.Single(Net(layer).Faults).Code);

    [Fact]
    public void Numbers_for_axes_count_the_batch_first_up_to_version_4() =>
        Assert.Equal(
            "global batch in:6",
            Net("""{"class": "reduce", "mode": "mean", "axis": 1, "from": "data"}""", version: 4).Axes("y")
        );

    private static LayerNet Net(string layer, int version = 21) =>
        LayerNet.Of($"\"y\": {layer[..^1]}, \"is_output_layer\": True}},", version);
}
