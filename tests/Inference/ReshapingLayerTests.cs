using Xunit;

namespace NetDsl.Tests.Inference;

/// <summary>Layers that merge, split, order or rename axes.</summary>
public sealed class ReshapingLayerTests
{
    [Theory]
    [InlineData("data:image", "[width_dim, height_dim]", "global batch width*height:80 in:6")]
    [InlineData("data:image", "[height_dim, in_dim]", "global batch width:10 height*in:48")]
    [InlineData("data:image", "[in_dim, height_dim]", "global batch width:10 in*height:48")]
    [InlineData("data:data", "[\"B\", \"T\"]", "batch:B&Padded{'time'} in:6")]
    [InlineData("data:data", "[\"T\", \"B\"]", "batch:Padded{'time'}&B in:6")]
    [InlineData("data:image", "[\"B\", width_dim]", "batch:B&F(10) height:8 in:6")]
    [InlineData("data:data", "[\"T\"]", "global batch time:? in:6")]
    public void Merged_axes_are_one_where_the_features_were_or_the_first_of_them(
        string source,
        string merged,
        string axes
    ) =>
        Assert.Equal(
            axes,
            LayerNet.Of($$""" "y": {"class": "merge_dims", "from": "{{source}}", "axes": {{merged}}}, """).Axes("y")
        );

    [Theory]
    [InlineData(""" "axes": "except_batch" """, "ND2037")]
    [InlineData(""" "axes": ["T", "F"], "keep_order": False """, "ND2037")]
    [InlineData(""" "axes": ["F", "F"] """, "ND2037")]
    [InlineData(""" "axes": ["T", "F"], "out_type": {"dim": 3} """, "ND2037")]
    public void RETURNN_refuses_to_merge_axes_without_an_order(string options, string code) =>
        Assert.Equal(
            code,
            Assert
                .Single(LayerNet.Of($$""" "y": {"class": "merge_dims", "from": "data:data", {{options}}}, """).Faults)
                .Code
        );

    [Theory]
    [InlineData(""" "axis": "F", "dims": (2, 3) """, "global batch time:? y_split_dims0:2 y_split_dims1:3")]
    [InlineData(""" "axis": "F", "dims": (2, -1) """, "global batch time:? y_split_dims0:2 y_split_dims1_rem:3")]
    [InlineData(""" "axis": "T", "dims": (-1, 4) """, "global batch y_split_dims0_rem:? y_split_dims1:4 in:6")]
    [InlineData(""" "axis": "T", "dims": (-1, 1) """, "global batch time:? y_split_dims1:1 in:6")]
    [InlineData(""" "axis": "T", "dims": (out_dim, three_dim) """, "global batch out:? three:3 in:6")]
    public void The_parts_of_an_axis_are_new_axes_except_one_that_is_the_whole(string options, string axes) =>
        Assert.Equal(
            axes,
            LayerNet.Of($$""" "y": {"class": "split_dims", "from": "data:data", {{options}}}, """).Axes("y")
        );

    [Theory]
    [InlineData(""" "axis": "F", "dims": (4, -1) """)]
    [InlineData(""" "axis": "F", "dims": (2, 2) """)]
    [InlineData(""" "axis": "T", "dims": (2, 4) """)]
    [InlineData(""" "axis": "T", "dims": (-1, 4), "pad_to_multiples": False """)]
    public void RETURNN_refuses_parts_whose_product_is_not_the_axis(string options) =>
        Assert.Equal(
            "ND2033",
            Assert
                .Single(LayerNet.Of($$""" "y": {"class": "split_dims", "from": "data:data", {{options}}}, """).Faults)
                .Code
        );

    [Theory]
    [InlineData("True", "batch:B&Packed{'time'} in:6", "batch:B&Packed{'time'} time:? in:6")]
    [InlineData("False", "batch:Packed{'time'}&B in:6", "time:? global batch in:6")]
    public void Packed_frames_are_a_batch_and_sequences_again(string isBatchMajor, string packed, string unpacked)
    {
        var net = LayerNet.Of(
            $$"""
            "x": {"class": "flatten_batch", "from": "data:data", "batch_major": {{isBatchMajor}}},
            "y": {"class": "unflatten_batch", "from": "x"},
            """
        );
        Assert.Equal((packed, unpacked), (net.Axes("x"), net.Axes("y")));
    }

    [Fact]
    public void Batch_and_time_are_apart_again_as_in_the_layer_they_came_from()
    {
        var net = LayerNet.Of(
            """
            "x": {"class": "merge_dims", "from": "data:data", "axes": ["B", "T"]},
            "y": {"class": "split_batch_time", "from": "x", "base": "data:data"},
            """
        );
        Assert.Equal("global batch time:? in:6", net.Axes("y"));
    }

    [Theory]
    [InlineData(
        """ "class": "expand_dims", "from": "data:data", "axis": "F" """,
        "global batch time:? in:6 y_expand_dims:1"
    )]
    [InlineData(
        """ "class": "expand_dims", "from": "data:data", "axis": "T", "dim": 3 """,
        "global batch time:? y_expand_dims:3 in:6"
    )]
    [InlineData(
        """ "class": "expand_dims", "from": "data:labels", "axis": "spatial", "dim": three_dim """,
        "global batch time:? three:3"
    )]
    [InlineData(
        """ "class": "swap_axes", "from": "data:image", "axis1": width_dim, "axis2": in_dim """,
        "global batch in:6 height:8 width:10"
    )]
    [InlineData(
        """ "class": "transpose", "from": "data:data", "perm": [in_dim, batch_dim, time_dim] """,
        "in:6 global batch time:?"
    )]
    [InlineData(
        """ "class": "transpose", "from": "data:image", "perm": {width_dim: in_dim, in_dim: width_dim} """,
        "global batch in:6 height:8 width:10"
    )]
    [InlineData(
        """ "class": "reshape", "from": "data:image", "in_dims": [width_dim, height_dim], "out_dims": [height_dim, width_dim] """,
        "global batch height:8 width:10 in:6"
    )]
    [InlineData(""" "class": "stack", "from": ["data:data", "data:data"] """, "global batch time:? y:stack:2 in:6")]
    [InlineData(
        """ "class": "time_chunking", "from": "data:data", "chunk_size": 5, "chunk_step": 3 """,
        "y:chunking:? y:chunked_batch in:6"
    )]
    [InlineData(""" "class": "unflatten_nd", "from": "data:data", "sizes": "data:image", "num_axes": 2 """, null)]
    [InlineData(
        """ "class": "reinterpret_data", "from": "data:data", "set_dim_tags": {"T": out_dim} """,
        "global batch out:? in:6"
    )]
    [InlineData(
        """ "class": "reinterpret_data", "from": "data:data", "enforce_time_major": True """,
        "time:? global batch in:6"
    )]
    public void Axes_are_added_ordered_and_renamed_as_RETURNN_does(string options, string? axes) =>
        Assert.Equal(axes, LayerNet.Of($$""" "y": {{{options}}}, """).Axes("y"));

    [Theory]
    [InlineData(""" "from": "data:labels", "set_sparse_dim": 7 """, "int32 7")]
    [InlineData(""" "from": "data:labels", "increase_sparse_dim": 1 """, "int32 6")]
    [InlineData(""" "from": "data:labels", "set_sparse": False """, "int32")]
    [InlineData(""" "from": "data:lengths", "set_sparse": True, "set_sparse_dim": classes_dim """, "int32 5")]
    public void Entries_become_indices_of_other_classes_or_numbers(string options, string entries) =>
        Assert.Equal(entries, LayerNet.Of($$""" "y": {"class": "reinterpret_data", {{options}}}, """).Entries("y"));

    [Fact]
    public void A_renamed_axis_is_as_long_as_it_was()
    {
        var net = LayerNet.Of(
            """ "y": {"class": "reinterpret_data", "from": "data:data", "set_dim_tags": {"T": out_dim}}, """
        );
        Assert.Equal("9 7 5", net.Lengths("y", "out"));
    }

    [Theory]
    [InlineData(""" "class": "squeeze", "from": "data:data", "axis": "F" """, "ND2033")]
    [InlineData(""" "class": "swap_axes", "from": "data:data", "axis1": "F", "axis2": "F" """, "ND2037")]
    [InlineData(""" "class": "transpose", "from": "data:data", "perm": [in_dim, batch_dim] """, "ND2037")]
    [InlineData(
        """ "class": "reshape", "from": "data:image", "in_dims": [width_dim, height_dim], "out_dims": [three_dim] """,
        "ND2033"
    )]
    [InlineData(""" "class": "reinterpret_data", "from": "data:data", "set_dim_tags": {"F": width_dim} """, "ND2034")]
    [InlineData(""" "class": "reinterpret_data", "from": "data:data", "set_sparse_dim": 3 """, "ND2035")]
    [InlineData(
        """ "class": "reinterpret_data", "from": "data:data", "enforce_time_major": True, "enforce_batch_major": True """,
        "ND2037"
    )]
    [InlineData(""" "class": "stack", "from": ["data:data", "data:image"] """, "ND2032")]
    [InlineData(""" "class": "unflatten_batch", "from": "data:data" """, "ND2033")]
    [InlineData(""" "class": "flatten_batch", "from": "data:data", "axis": "F" """, "ND2033")]
    [InlineData(""" "class": "unflatten_nd", "from": "data:data", "sizes": "data:image", "num_axes": 2 """, "ND2033")]
    public void RETURNN_refuses_axes_that_do_not_fit(string options, string code) =>
        Assert.Equal(code, Assert.Single(LayerNet.Of($$""" "y": {{{options}}}, """).Faults).Code);
}
