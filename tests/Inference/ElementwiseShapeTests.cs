using Xunit;

namespace NetDsl.Tests.Inference;

/// <summary>Layers that compute entry by entry.</summary>
public sealed class ElementwiseShapeTests
{
    [Theory]
    [InlineData("""{"class": "copy", "from": ["data", "data"]}""", "global batch time:? 2*in:12")]
    [InlineData(
        """{"class": "copy", "from": "data:image", "in_dim": height_dim}""",
        "global batch width:10 height:8 in:6"
    )]
    [InlineData("""{"class": "dropout", "from": "data", "dropout": 0.1}""", "global batch time:? in:6")]
    [InlineData("""{"class": "scaled_grad", "from": "data", "scale": 0.5}""", "global batch time:? in:6")]
    [InlineData("""{"class": "identity", "from": "data"}""", "global batch time:? in:6")]
    [InlineData("""{"class": "print", "from": "data:labels"}""", "global batch time:?")]
    [InlineData("""{"class": "hdf_dump", "from": "data", "filename": "x"}""", "global batch time:? in:6")]
    [InlineData("""{"class": "cumsum", "from": "data"}""", "global batch time:? in:6")]
    [InlineData("""{"class": "activation", "from": "data", "activation": "relu"}""", "global batch time:? in:6")]
    [InlineData("""{"class": "softmax_over_spatial", "from": "data"}""", "global batch in:6 time:?")]
    [InlineData("""{"class": "gating", "from": "data", "activation": None}""", "global batch time:? in//2:3")]
    [InlineData("""{"class": "batch_softmax", "from": "data"}""", "global batch time:? in:6")]
    [InlineData("""{"class": "fast_bw", "from": "data", "align_target": "ctc"}""", "time:? global batch in:6")]
    public void The_axes_of_the_output(string layer, string axes) => Assert.Equal(axes, Net(layer).Axes("y"));

    [Fact]
    public void Softmax_as_an_activation_brings_the_features_to_the_end()
    {
        var net = LayerNet.Of(
            """
            "x": {"class": "swap_axes", "from": "data", "axis1": "t", "axis2": "f"},
            "y": {"class": "activation", "from": "x", "activation": "log_softmax", "is_output_layer": True},
            """
        );

        Assert.Equal("global batch time:? in:6", net.Axes("y"));
    }

    [Fact]
    public void A_copy_keeps_the_type_of_its_input_whatever_it_declares() =>
        Assert.Equal(
            "int32 5",
            Net("""{"class": "copy", "from": "data:labels", "out_type": {"dtype": "int64"}}""").Entries("y")
        );

    [Theory]
    [InlineData("data:labels", "int64", "int64 5")]
    [InlineData("data:labels", "float32", "float32")]
    [InlineData("data", "float64", "float64")]
    public void Real_numbers_are_no_class_indices(string source, string type, string entries) =>
        Assert.Equal(entries, Net($$"""{"class": "cast", "from": "{{source}}", "dtype": "{{type}}"}""").Entries("y"));

    [Fact]
    public void Declared_dims_of_a_cast_are_those_of_real_numbers() =>
        Assert.Equal(
            "float32",
            Net("""{"class": "cast", "from": "data:labels", "dtype": "float32", "out_shape": {batch_dim, time_dim}}""")
                .Entries("y")
        );

    [Theory]
    [InlineData("""{"class": "copy", "from": ["data", "data:labels"]}""", "ND2035")]
    [InlineData("""{"class": "copy", "from": "data", "in_dim": width_dim}""", "ND2030")]
    [InlineData("""{"class": "copy", "from": "data", "in_dim": in_dim, "out_dim": width_dim}""", "ND2037")]
    [InlineData("""{"class": "dropout", "from": "data:labels", "dropout": 0.1}""", "ND2035")]
    [InlineData("""{"class": "dropout", "from": "data", "dropout": 1.5}""", "ND2037")]
    [InlineData("""{"class": "identity", "from": ["data", "data"]}""", "ND2036")]
    [InlineData("""{"class": "hdf_dump", "from": "data:lengths", "filename": "x"}""", "ND2030")]
    [InlineData("""{"class": "cumsum", "from": "data:image"}""", "ND2030")]
    [InlineData("""{"class": "activation", "from": "data", "activation": None}""", "ND2037")]
    [InlineData("""{"class": "activation", "from": "data:labels", "activation": "softmax"}""", "ND2030")]
    [InlineData("""{"class": "softmax_over_spatial", "from": "data:labels"}""", "ND2035")]
    [InlineData("""{"class": "softmax_over_spatial", "from": "data", "axis": "f", "use_time_mask": True}""", "ND2033")]
    [InlineData("""{"class": "gating", "from": "data:labels", "activation": None}""", "ND2035")]
    [InlineData("""{"class": "gating", "from": "data", "activation": None, "n_out": 2}""", "ND2033")]
    [InlineData("""{"class": "image_summary", "from": "data"}""", "ND2033")]
    public void What_RETURNN_refuses(string layer, string code) =>
        Assert.Equal(code, Assert.Single(Net(layer).Faults).Code);

    [Fact]
    public void A_scale_of_gradients_has_no_axes_that_the_input_lacks()
    {
        var net = LayerNet.Of(
            """
            "s": {"class": "reduce", "mode": "mean", "axis": "t", "from": "data"},
            "y": {"class": "scaled_grad", "from": "s", "scale": "data:data", "is_output_layer": True},
            """
        );

        Assert.Equal("ND2037", Assert.Single(net.Faults).Code);
    }

    [Fact]
    public void What_code_computes_is_not_known() =>
        Assert.Null(Net("""{"class": "activation", "from": "data", "activation": lambda x: x}""").Axes("y"));

    private static LayerNet Net(string layer) => LayerNet.Of($"\"y\": {layer[..^1]}, \"is_output_layer\": True}},");
}
