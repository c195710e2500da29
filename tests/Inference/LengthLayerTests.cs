using Xunit;

namespace NetDsl.Tests.Inference;

/// <summary>Layers that make axes longer or shorter.</summary>
public sealed class LengthLayerTests
{
    [Theory]
    [InlineData(""" "axes": "F", "padding": 2 """, "global batch time:? (2+in)+2:10")]
    [InlineData(""" "axes": ["T", "F"], "padding": [(1, 2), (0, 3)] """, "global batch (1+time)+2:? in+3:9")]
    [InlineData(""" "axes": ["T", "F"], "padding": (0, 1) """, "global batch time+1:? in+1:7")]
    public void Padding_is_added_before_and_behind(string options, string axes) =>
        Assert.Equal(axes, LayerNet.Of($$""" "y": {"class": "pad", "from": "data:data", {{options}}}, """).Axes("y"));

    [Theory]
    [InlineData(""" "axes": "T", "padding": (0, 2), "mode": "reflect" """)]
    [InlineData(""" "axes": "F", "padding": 2, "mode": "circular" """)]
    [InlineData(""" "axes": "F", "padding": (1, 2, 3) """)]
    [InlineData(""" "axes": ["T", "F"], "padding": [(1, 2)] """)]
    public void RETURNN_refuses_padding_it_has_no_way_for(string options) =>
        Assert.Equal(
            "ND2037",
            Assert.Single(LayerNet.Of($$""" "y": {"class": "pad", "from": "data:data", {{options}}}, """).Faults).Code
        );

    [Fact]
    public void Before_version_21_other_modes_pad_sequences_too() =>
        Assert.Empty(
            LayerNet
                .Of(
                    """ "y": {"class": "pad", "from": "data:data", "axes": "T", "padding": (0, 2), "mode": "reflect"}, """,
                    20
                )
                .Faults
        );

    [Theory]
    [InlineData(""" "class": "prefix_in_time", "repeat": 2 """, "2+time", "11 9 7")]
    [InlineData(""" "class": "postfix_in_time", "postfix": 1.0 """, "time+1", "10 8 6")]
    [InlineData(""" "class": "repeat", "axis": "T", "repetitions": 3 """, "time*3", "27 21 15")]
    [InlineData(""" "class": "resize", "axis": "T", "factor": 2 """, "time*2", "18 14 10")]
    [InlineData(""" "class": "resize", "axis": "T", "factor": 1.5 """, "y_resize", "14 11 8")]
    [InlineData(""" "class": "shift_axis", "axis": "T", "amount": 2 """, "y_shift_axis", "9 9 7")]
    [InlineData(""" "class": "shift_axis", "axis": "T", "amount": -6 """, "y_shift_axis", "3 1 0")]
    [InlineData(""" "class": "shift_axis", "axis": "T", "amount": 3, "pad": False """, "y_shift_axis", "6 6 5")]
    [InlineData(""" "class": "split_dims", "axis": "T", "dims": (-1, 4) """, "y_split_dims0_rem", "3 2 2")]
    public void Sequences_are_as_long_as_RETURNN_makes_them(string options, string axis, string lengths) =>
        Assert.Equal(lengths, LayerNet.Of($$""" "y": {{{options}}, "from": "data:data"}, """).Lengths("y", axis));

    [Fact]
    public void Two_shifts_move_within_the_frames_that_are_there_padding_and_all()
    {
        var net = LayerNet.Of(
            """
            "x": {"class": "shift_axis", "from": "data:data", "axis": "T", "amount": -1},
            "y": {"class": "shift_axis", "from": "x", "axis": "T", "amount": 1},
            """
        );
        Assert.Equal("9 7 5", net.Lengths("y", "y_shift_axis"));
    }

    [Theory]
    [InlineData(""" "class": "reduce", "mode": "mean", "axis": "T" """)]
    [InlineData(""" "class": "softmax_over_spatial", "axis": "T" """)]
    [InlineData(""" "class": "repeat", "axis": "T", "repetitions": 2 """)]
    [InlineData(""" "class": "top_k", "axis": "T", "k": 2 """)]
    [InlineData(""" "class": "seq_len_mask", "mask_value": 0.0 """)]
    public void Masks_over_a_shifted_axis_fail_from_version_22_on(string options)
    {
        var layers = $$"""
            "x": {"class": "shift_axis", "from": "data:data", "axis": "T", "amount": 1},
            "y": {{{options}}, "from": "x"},
            """;
        Assert.Equal(
            (0, "ND2037"),
            (LayerNet.Of(layers, 21).Faults.Count, Assert.Single(LayerNet.Of(layers, 22).Faults).Code)
        );
    }

    [Theory]
    [InlineData(""" "class": "shift_axis", "axis": "F", "amount": 1 """)]
    [InlineData(""" "class": "shift_axis", "axis": "T", "amount": 0 """)]
    [InlineData(""" "class": "tile", "multiples": {"T": 2} """)]
    [InlineData(""" "class": "prefix_in_time", "repeat": -1 """)]
    [InlineData(""" "class": "postfix_in_time", "postfix": "data:labels" """)]
    [InlineData(""" "class": "resize", "axis": "B", "factor": 2 """)]
    public void RETURNN_refuses_lengths_it_cannot_make(string options) =>
        Assert.Equal(
            "ND2033",
            Assert.Single(LayerNet.Of($$""" "y": {{{options}}, "from": "data:data"}, """).Faults).Code
        );

    [Theory]
    [InlineData(""" "class": "tile", "from": "data:data", "multiples": {"F": 3} """, "global batch time:? 3*in:18")]
    [InlineData(
        """ "class": "repeat", "from": "data:image", "axis": height_dim, "repetitions": 2 """,
        "global batch height*2:16 width:10 in:6"
    )]
    [InlineData(
        """ "class": "repeat", "from": "data:data", "axis": "T", "repetitions": "data:lengths" """,
        "global batch repeated:y:? in:6"
    )]
    [InlineData(
        """ "class": "resize", "from": "data:image", "axis": height_dim, "factor": 2 """,
        "global batch height*2:16 width:10 in:6"
    )]
    [InlineData(
        """ "class": "concat", "from": [("data:data", "F"), ("data:data", "F")] """,
        "global batch time:? 2*in:12"
    )]
    [InlineData(
        """ "class": "concat", "from": [("data:data", "T"), ("data:data", "T")], "out_dim": out_dim """,
        "global batch out:? in:6"
    )]
    public void An_axis_that_grows_is_named_by_its_formula_or_dim(string options, string axes) =>
        Assert.Equal(axes, LayerNet.Of($$""" "y": {{{options}}}, """).Axes("y"));

    [Fact]
    public void A_dim_that_was_declared_has_the_lengths_of_the_formula()
    {
        var net = LayerNet.Of(
            """
            "x": {"class": "concat", "from": [("data:data", "T"), ("data:data", "T")], "out_dim": out_dim},
            "y": {"class": "postfix_in_time", "from": "x"},
            """
        );
        Assert.Equal(("18 14 10", "19 15 11"), (net.Lengths("x", "out"), net.Lengths("y", "out+1")));
    }
}
