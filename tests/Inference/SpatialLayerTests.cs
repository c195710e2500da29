using Xunit;

namespace NetDsl.Tests.Inference;

/// <summary>Layers that move a window over axes: dims, variables and refusals as in RETURNN's source.</summary>
public sealed class SpatialLayerTests
{
    [Theory]
    [InlineData(""" "filter_size": (3,), "padding": "same" """, "global batch time:? y:channel:4")]
    [InlineData(""" "filter_size": (1,), "padding": "valid" """, "global batch time:? y:channel:4")]
    [InlineData(""" "filter_size": (3,), "padding": "valid" """, "global batch y:conv:s0:? y:channel:4")]
    [InlineData(
        """ "filter_size": (3,), "padding": "same_static", "strides": 2 """,
        "global batch y:conv:s0:? y:channel:4"
    )]
    [InlineData(""" "filter_size": (3,), "padding": 1 """, "global batch y:conv:s0:? y:channel:4")]
    public void A_convolution_makes_a_new_axis_unless_it_keeps_every_frame(string options, string axes) =>
        Assert.Equal(axes, LayerNet.Of(Conv("data:data", options)).Axes("y"));

    [Theory]
    [InlineData(""" "filter_size": (3,), "padding": "valid" """, "7 5 3")]
    [InlineData(""" "filter_size": (3,), "padding": "valid", "strides": 2 """, "4 3 2")]
    [InlineData(""" "filter_size": (3,), "padding": "valid", "dilation_rate": 3 """, "3 1 0")]
    [InlineData(""" "filter_size": (3,), "padding": "same", "strides": 2 """, "5 4 3")]
    [InlineData(""" "filter_size": (3,), "padding": 2, "strides": 2 """, "6 5 4")]
    public void A_convolution_makes_sequences_as_long_as_its_formula_says(string options, string lengths) =>
        Assert.Equal(lengths, LayerNet.Of(Conv("data:data", options)).Lengths("y", "y:conv:s0"));

    [Fact]
    public void Strided_convolutions_one_after_the_other_divide_by_the_product()
    {
        var net = LayerNet.Of(
            """
            "x": {"class": "conv", "from": "data:data", "n_out": 4, "filter_size": (3,), "padding": "same", "strides": 2},
            "y": {"class": "conv", "from": "x", "n_out": 4, "filter_size": (3,), "padding": "same", "strides": 3},
            """
        );
        Assert.Equal("2 2 1", net.Lengths("y", "y:conv:s0"));
    }

    [Theory]
    [InlineData("(3, 5)", "[width_dim, height_dim]", "global batch y:conv:s0:8 y:conv:s1:4 y:channel:4")]
    [InlineData("(3, 5)", "[height_dim, width_dim]", "global batch y:conv:s0:6 y:conv:s1:6 y:channel:4")]
    [InlineData("(3,)", "[height_dim]", "global batch width:10 y:conv:s0:6 y:channel:4")]
    public void The_axes_come_in_the_order_that_is_named_and_others_count_as_batch(
        string size,
        string dims,
        string axes
    ) =>
        Assert.Equal(
            axes,
            LayerNet
                .Of(Conv("data:image", $""" "filter_size": {size}, "padding": "valid", "in_spatial_dims": {dims} """))
                .Axes("y")
        );

    [Theory]
    [InlineData(""" "input_add_feature_dim": True """, "global batch time:? in:6 y:channel:4", "3 3 1 4")]
    [InlineData(
        """ "input_split_feature_dim": 2 """,
        "global batch time:? feature_split_rem_3:3 y:channel:4",
        "3 3 2 4"
    )]
    [InlineData(""" "input_expand_dims": 1 """, "global batch time:? input_expand_dims:0:1 y:channel:4", "3 3 6 4")]
    public void The_input_gets_one_more_axis_to_work_over(string option, string axes, string filter)
    {
        var net = LayerNet.Of(Conv("data:data", $""" "filter_size": (3, 3), "padding": "same", {option} """));
        Assert.Equal((axes, filter), (net.Axes("y"), net.Variable("y/W")));
    }

    [Fact]
    public void A_declared_dim_is_the_axis_and_has_its_lengths()
    {
        var net = LayerNet.Of(
            Conv("data:data", """ "filter_size": (3,), "padding": "valid", "out_spatial_dims": [out_dim] """)
        );
        Assert.Equal(("global batch out:? y:channel:4", "7 5 3"), (net.Axes("y"), net.Lengths("y", "out")));
    }

    [Fact]
    public void The_filter_of_groups_is_over_the_features_of_one()
    {
        var net = LayerNet.Of(Conv("data:data", """ "filter_size": (3,), "padding": "same", "groups": 2 """));
        Assert.Equal(("3 3 4", "4"), (net.Variable("y/W"), net.Variable("y/bias")));
    }

    [Fact]
    public void A_convolution_has_no_bias_by_default_before_version_10() =>
        Assert.Null(
            LayerNet.Of(Conv("data:data", """ "filter_size": (3,), "padding": "same" """), 9).Variable("y/bias")
        );

    [Theory]
    [InlineData("data:image", """ "filter_size": (3, 3), "padding": "same" """, "ND2037")]
    [InlineData(
        "data:image",
        """ "filter_size": (12,), "padding": "valid", "in_spatial_dims": [height_dim] """,
        "ND2033"
    )]
    [InlineData("data:data", """ "filter_size": (3, 3), "padding": "same" """, "ND2033")]
    [InlineData("data:data", """ "filter_size": (3,), "padding": "same", "strides": (1, 1) """, "ND2037")]
    [InlineData("data:data", """ "filter_size": (3,), "padding": "full" """, "ND2037")]
    [InlineData("data:data", """ "filter_size": (3,), "padding": "same", "groups": 4 """, "ND2033")]
    [InlineData("data:labels", """ "filter_size": (3,), "padding": "same" """, "ND2035")]
    [InlineData("data:image", """ "filter_size": (3,), "padding": "same", "in_spatial_dims": [in_dim] """, "ND2037")]
    [InlineData("data:data", """ "filter_size": (3,), "padding": "same", "in_spatial_dims": [width_dim] """, "ND2030")]
    [InlineData(
        "data:data",
        """ "filter_size": (3,), "padding": "valid", "out_spatial_dims": [three_dim] """,
        "ND2034"
    )]
    public void RETURNN_refuses_a_convolution_that_does_not_fit(string source, string options, string code) =>
        Assert.Equal(code, Assert.Single(LayerNet.Of(Conv(source, options)).Faults).Code);

    [Fact]
    public void Pooling_keeps_the_features_and_steps_by_its_window()
    {
        var net = LayerNet.Of(
            """
            "y": {"class": "pool", "from": "data:image", "pool_size": (2, 3), "mode": "max",
                  "in_spatial_dims": [width_dim, height_dim]},
            """
        );
        Assert.Equal("global batch y:conv:s0:5 y:conv:s1:2 in:6", net.Axes("y"));
    }

    [Theory]
    [InlineData(""" "strides": [2], "padding": "same" """, "time*2", "18 14 10")]
    [InlineData(""" "strides": [2], "padding": "valid" """, "time*2+1", "19 15 11")]
    [InlineData(""" "strides": [2], "padding": "valid", "remove_padding": 1 """, "-1+time*2", "17 13 9")]
    [InlineData(""" "strides": [2], "padding": "same", "output_padding": 2 """, "time*2+1", "19 15 11")]
    [InlineData(""" "padding": "valid" """, "time*3", "27 21 15")]
    public void A_transposed_convolution_makes_axes_longer(string options, string axis, string lengths)
    {
        var net = LayerNet.Of(
            $$"""
            "y": {"class": "transposed_conv", "from": "data:data", "n_out": 4, "filter_size": [3], {{options}}},
            """
        );
        Assert.Equal((lengths, "3 1 4 6"), (net.Lengths("y", axis), net.Variable("y/W_native_transposed_conv")));
    }

    [Theory]
    [InlineData(""" "window_size": 3 """, "y:window:3 time:? global batch in:6")]
    [InlineData(""" "window_size": 3, "stride": 2 """, "⌈time/2⌉:? y:window:3 global batch in:6")]
    [InlineData(""" "window_size": 3, "_use_opt_dim_order": False """, "global batch time:? y:window:3 in:6")]
    public void The_window_is_a_new_axis_beside_that_of_the_frames(string options, string axes) =>
        Assert.Equal(
            axes,
            LayerNet.Of($$""" "y": {"class": "window", "from": "data:data", {{options}}}, """).Axes("y")
        );

    [Fact]
    public void Fold_undoes_a_window_without_padding()
    {
        var net = LayerNet.Of(
            """
            "x": {"class": "window", "from": "data:data", "window_dim": three_dim, "padding": "valid", "out_spatial_dim": out_dim},
            "y": {"class": "fold", "from": "x", "mode": "sum", "in_spatial_dim": out_dim, "window_dim": three_dim, "padding": "valid"},
            """
        );
        Assert.Equal("9 7 5", net.Lengths("y", net.Axes("y")!.Split(":?")[0]));
    }

    [Fact]
    public void A_spectrum_has_half_of_the_transform_and_complex_entries()
    {
        var net = LayerNet.Of(
            """
            "x": {"class": "slice", "from": "data:data", "axis": "F", "slice_end": 1},
            "y": {"class": "stft", "from": "x", "frame_size": 4, "frame_shift": 2},
            """
        );
        Assert.Equal(
            ("global batch y:conv:s0:? y:channel:3", "complex64", "3 2 1"),
            (net.Axes("y"), net.Entries("y"), net.Lengths("y", "y:conv:s0"))
        );
    }

    [Theory]
    [InlineData(""" "class": "stft", "from": "data:data", "frame_size": 4, "frame_shift": 2 """)]
    [InlineData(""" "class": "istft", "from": "data:data", "frame_size": 4, "frame_shift": 2 """)]
    public void RETURNN_transforms_one_channel_and_back_what_has_the_size_of_a_spectrum(string options) =>
        Assert.Equal("ND2033", Assert.Single(LayerNet.Of($$""" "y": {{{options}}}, """).Faults).Code);

    private static string Conv(string source, string options) =>
        $$""" "y": {"class": "conv", "from": "{{source}}", "n_out": 4, {{options}}}, """;
}
