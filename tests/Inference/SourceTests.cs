using Xunit;

namespace NetDsl.Tests.Inference;

/// <summary>Layers without sources, and those that only ask for lengths.</summary>
public sealed class SourceTests
{
    [Theory]
    [InlineData("""{"class": "source", "data_key": "labels"}""", "global batch time:?", "int32 5")]
    [InlineData("""{"class": "constant", "value": 1}""", "", "int32")]
    [InlineData(
        """{"class": "constant", "value": 1.0, "shape": [3, in_dim], "with_batch_dim": True}""",
        "global batch y_const:static:0:3 in:6",
        "float32"
    )]
    [InlineData(
        """{"class": "constant", "value": True, "shape": [2, 3]}""",
        "y_const:static:0:2 y_const:static:1:3",
        "bool"
    )]
    [InlineData("""{"class": "constant", "value": 2, "sparse_dim": classes_dim}""", "", "int32 5")]
    [InlineData(
        """{"class": "variable", "shape": (in_dim, 4), "add_batch_axis": True, "add_time_axis": True}""",
        "global batch y:dummy-time:1 in:6 y:static:1:4",
        "float32"
    )]
    [InlineData(
        """{"class": "random", "shape": (batch_dim, 3), "distribution": "normal"}""",
        "global batch y:dim1:3",
        "float32"
    )]
    [InlineData(
        """{"class": "rand_int", "shape": (batch_dim, 3), "maxval": 5, "sparse_dim": classes_dim}""",
        "global batch y:static:1:3",
        "int32 5"
    )]
    [InlineData("""{"class": "random_state_init"}""", "random_PHILOX_state:3", "int64")]
    [InlineData("""{"class": "range", "limit": 10, "start": 1, "delta": 4}""", "y:range:3", "int32")]
    [InlineData("""{"class": "range", "limit": -3, "start": 3, "delta": -2}""", "y:range:3", "int32")]
    [InlineData("""{"class": "range_in_axis", "from": "data", "axis": "t"}""", "time:?", "int32")]
    [InlineData(
        """{"class": "range_in_axis", "from": "data:labels", "axis": "sparse_dim", "sparse": True}""",
        "classes:5",
        "int32 5"
    )]
    [InlineData("""{"class": "length", "from": "data"}""", "global batch", "int32")]
    [InlineData("""{"class": "length", "from": "data", "axis": "f", "dtype": "float32"}""", "", "float32")]
    [InlineData("""{"class": "length", "from": "data", "axis": "b"}""", "", "int32")]
    [InlineData(
        """{"class": "length", "from": "data", "add_time_axis": True}""",
        "global batch time:static1:y_length:1",
        "int32"
    )]
    [InlineData("""{"class": "range_from_length", "from": "data:lengths"}""", "y_input_len:?", "int32")]
    [InlineData("""{"class": "train_flag"}""", "", "bool")]
    [InlineData("""{"class": "global_train_step"}""", "", "int64")]
    public void Axes_and_entries_of_the_output(string layer, string axes, string entries)
    {
        var net = Net(layer);

        Assert.Equal((axes, entries), (net.Axes("y"), net.Entries("y")));
    }

    [Theory]
    [InlineData("""{"class": "source", "from": "data"}""", "ND2036")]
    [InlineData("""{"class": "constant", "from": "data", "value": 1}""", "ND2036")]
    [InlineData("""{"class": "variable", "shape": (0,)}""", "ND2033")]
    [InlineData("""{"class": "variable", "shape": (time_dim,)}""", "ND2033")]
    [InlineData("""{"class": "range", "limit": 2.5}""", "ND2033")]
    [InlineData("""{"class": "range", "limit": 4, "out_spatial_dim": three_dim}""", "ND2034")]
    [InlineData("""{"class": "range_in_axis", "from": "data", "axis": "sparse_dim"}""", "ND2030")]
    [InlineData("""{"class": "range_in_axis", "from": "data", "axis": "t", "keepdims": True}""", "ND2037")]
    [InlineData("""{"class": "range_from_length", "from": "data"}""", "ND2035")]
    [InlineData("""{"class": "length", "from": "data:image"}""", "ND2030")]
    [InlineData("""{"class": "length", "from": ["data", "data"]}""", "ND2036")]
    public void What_RETURNN_refuses(string layer, string code) =>
        Assert.Equal(code, Assert.Single(Net(layer).Faults).Code);

    [Fact]
    public void A_range_over_lengths_of_an_axis_is_that_axis()
    {
        var net = LayerNet.Of(
            """
            "n": {"class": "length", "from": "data"},
            "y": {"class": "range_from_length", "from": "n", "is_output_layer": True},
            """
        );

        Assert.Equal("time:?", net.Axes("y"));
    }

    [Fact]
    public void A_range_over_computed_lengths_is_a_new_axis()
    {
        var net = LayerNet.Of(
            """
            "n": {"class": "length", "from": "data"},
            "m": {"class": "eval", "eval": "source(0) * 2", "from": "n"},
            "y": {"class": "range_from_length", "from": "m", "is_output_layer": True},
            """
        );

        Assert.Equal("y_input_len:?", net.Axes("y"));
    }

    [Fact]
    public void A_dim_of_unknown_length_depends_on_what_its_length_does()
    {
        var net = LayerNet.Of(
            """
            "n": {"class": "constant", "value": 7},
            "y": {"class": "range_from_length", "from": "n", "out_spatial_dim": out_dim, "out_shape": {out_dim}, "is_output_layer": True},
            """
        );

        Assert.Empty(net.Faults);
    }

    [Theory]
    [InlineData("\"value\": load()", null)]
    [InlineData("\"value\": load(), \"shape\": [in_dim], \"dtype\": \"float32\"", "in:6")]
    public void An_array_that_code_loads_is_known_by_its_shape_and_type(string options, string? axes) =>
        Assert.Equal(axes, Net($$"""{"class": "constant", {{options}}}""").Axes("y"));

    [Theory]
    [InlineData("\"param_name\": \"param\"", "y/param")]
    [InlineData("\"dtype\": \"float32\"", "y/y")]
    public void A_variable_is_named_after_its_layer_unless_it_says_otherwise(string options, string name) =>
        Assert.Equal("3 4", Net($$"""{"class": "variable", "shape": (3, 4), {{options}}}""").Variable(name));

    [Fact]
    public void A_value_that_is_assigned_has_the_type_of_the_variable()
    {
        var net = LayerNet.Of(
            """
            "v": {"class": "variable", "shape": (in_dim,), "trainable": False},
            "n": {"class": "reduce", "mode": "argmax", "axis": "f", "from": "data"},
            "y": {"class": "variable_assign", "var": "v", "value": "n", "is_output_layer": True},
            """
        );

        Assert.Equal("ND2035", Assert.Single(net.Faults).Code);
    }

    [Fact]
    public void What_is_read_is_the_variable_and_what_assigns_a_number()
    {
        var net = LayerNet.Of(
            """
            "v": {"class": "variable", "shape": (in_dim,), "trainable": False},
            "m": {"class": "reduce", "mode": "mean", "axes": "bt", "from": "data"},
            "a": {"class": "variable_assign", "var": "v", "value": "m"},
            "y": {"class": "variable_read", "var": "v", "control_dependencies": ["a"], "is_output_layer": True},
            """
        );

        Assert.Equal(("in:6", "int32"), (net.Axes("y"), net.Entries("a")));
    }

    private static LayerNet Net(string layer) => LayerNet.Of($"\"y\": {layer[..^1]}, \"is_output_layer\": True}},");
}
