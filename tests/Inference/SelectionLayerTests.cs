using Xunit;

namespace NetDsl.Tests.Inference;

/// <summary>Layers that take parts of a tensor or put them elsewhere.</summary>
public sealed class SelectionLayerTests
{
    [Theory]
    [InlineData(""" "axis": "F", "slice_start": 2, "slice_step": 2 """, "global batch time:? ⌈(-2+in)/2⌉:2")]
    [InlineData(""" "axis": "F", "slice_start": 1, "slice_end": 4 """, "global batch time:? y:slice-end:3")]
    [InlineData(""" "axis": "T", "slice_start": 1, "slice_end": -2 """, "global batch (-1+time)+-2:? in:6")]
    [InlineData(""" "axis": "T", "slice_end": 4 """, "global batch y:slice-end:4 in:6")]
    public void A_slice_is_named_by_its_formula_or_its_end(string options, string axes) =>
        Assert.Equal(axes, LayerNet.Of($$""" "y": {"class": "slice", "from": "data:data", {{options}}}, """).Axes("y"));

    [Theory]
    [InlineData(""" "axis": "F", "slice_start": 2, "slice_end": 10 """, "ND2033")]
    [InlineData(""" "axis": "F", "slice_start": -2 """, "ND2037")]
    [InlineData(""" "axis": "F", "slice_end": 4, "out_dim": three_dim """, "ND2034")]
    public void RETURNN_refuses_a_slice_beyond_an_axis_or_before_it(string options, string code) =>
        Assert.Equal(
            code,
            Assert.Single(LayerNet.Of($$""" "y": {"class": "slice", "from": "data:data", {{options}}}, """).Faults).Code
        );

    [Theory]
    [InlineData(""" "start": "data:lengths", "size": 4 """, "global batch sliced-time:y:4 in:6")]
    [InlineData(""" "start": "data:lengths", "size": None """, "global batch sliced-time:y:? in:6")]
    [InlineData(""" "start": "data:labels", "size": 2 """, "global batch time:? sliced-time:y:2 in:6")]
    [InlineData(""" "start": 1, "size": three_dim """, "global batch three:3 in:6")]
    public void A_part_that_starts_elsewhere_for_each_sequence_is_behind_the_axes_of_its_starts(
        string options,
        string axes
    ) =>
        Assert.Equal(
            axes,
            LayerNet.Of($$""" "y": {"class": "slice_nd", "from": "data:data", {{options}}}, """).Axes("y")
        );

    [Theory]
    [InlineData("data:data", """ "position": "data:lengths", "axis": "T" """, "global batch in:6")]
    [InlineData("data:data", """ "position": 0, "axis": "F" """, "global batch time:?")]
    [InlineData(
        "data:image",
        """ "position": "data:labels", "axis": width_dim """,
        "global batch time:? height:8 in:6"
    )]
    [InlineData(
        "data:image",
        """ "position": "data:labels", "axis": height_dim """,
        "global batch width:10 time:? in:6"
    )]
    public void Gathered_entries_have_the_axes_of_the_positions_in_the_place_of_the_axis(
        string source,
        string options,
        string axes
    ) =>
        Assert.Equal(
            axes,
            LayerNet.Of($$""" "y": {"class": "gather", "from": "{{source}}", {{options}}}, """).Axes("y")
        );

    [Fact]
    public void Positions_are_whole_numbers() =>
        Assert.Equal(
            "ND2035",
            Assert
                .Single(
                    LayerNet
                        .Of(
                            """ "y": {"class": "gather", "from": "data:data", "position": "data:data", "axis": "T"}, """
                        )
                        .Faults
                )
                .Code
        );

    [Fact]
    public void Scattered_entries_have_the_new_axis_in_the_place_of_the_positions()
    {
        var net = LayerNet.Of(
            """
            "y": {"class": "scatter_nd", "from": "data:data", "position": "data:labels", "position_axis": "T",
                  "out_spatial_dim": width_dim},
            """
        );
        Assert.Equal("global batch width:10 in:6", net.Axes("y"));
    }

    [Fact]
    public void A_mask_leaves_one_axis_of_what_it_picks_in_front()
    {
        var net = LayerNet.Of(
            """
            "m": {"class": "compare", "from": "data:labels", "value": 1, "kind": "greater"},
            "y": {"class": "boolean_mask", "from": "data:data", "mask": "m", "dims": [batch_dim, time_dim]},
            """
        );
        Assert.Equal("y:mask:? in:6", net.Axes("y"));
    }

    [Theory]
    [InlineData(""" "num_splits": 3 """, "global batch time:? y_split0:2")]
    [InlineData(""" "size_splits": [4, 2] """, "global batch time:? y_split0:4")]
    [InlineData(""" "axis": "F", "out_dims": [three_dim, three_dim] """, "global batch time:? three:3")]
    public void Each_part_of_a_split_is_an_output(string options, string axes) =>
        Assert.Equal(
            axes,
            LayerNet.Of($$""" "y": {"class": "split", "from": "data:data", {{options}}}, """).Axes("y/0")
        );

    [Theory]
    [InlineData(""" "num_splits": 4 """, "ND2033")]
    [InlineData(""" "size_splits": [4, 3] """, "ND2033")]
    [InlineData(""" "axis": "T", "num_splits": 3 """, "ND2033")]
    [InlineData(""" "axis": "F" """, "ND2037")]
    public void RETURNN_refuses_parts_that_are_not_the_whole(string options, string code) =>
        Assert.Equal(
            code,
            Assert.Single(LayerNet.Of($$""" "y": {"class": "split", "from": "data:data", {{options}}}, """).Faults).Code
        );

    [Fact]
    public void The_best_entries_are_the_last_axis_and_their_places_point_into_the_one_that_went()
    {
        var net = LayerNet.Of(""" "y": {"class": "top_k", "from": "data:image", "axis": height_dim, "k": 2}, """);
        Assert.Equal(("global batch width:10 in:6 y:topk:2", "int32 8"), (net.Axes("y"), net.Entries("y/indices")));
    }

    [Fact]
    public void Over_several_axes_the_best_entries_have_a_place_in_each()
    {
        var net = LayerNet.Of(
            """ "y": {"class": "top_k", "from": "data:image", "axis": [width_dim, height_dim], "k": 2}, """
        );
        Assert.Equal(("int32 10", "int32 8"), (net.Entries("y/indices0"), net.Entries("y/indices1")));
    }

    [Fact]
    public void There_are_no_more_best_entries_than_entries() =>
        Assert.Equal(
            "ND2033",
            Assert
                .Single(LayerNet.Of(""" "y": {"class": "top_k", "from": "data:data", "axis": "F", "k": 7}, """).Faults)
                .Code
        );

    [Fact]
    public void A_search_answers_places_with_the_axes_of_the_values()
    {
        var net = LayerNet.Of(
            """
            "y": {"class": "search_sorted", "sorted_sequence": "data:labels", "values": "data:image", "axis": "T"},
            """
        );
        Assert.Equal("ND2033", Assert.Single(net.Faults).Code);
    }

    [Fact]
    public void Classes_are_removed_from_sequences_of_classes_only() =>
        Assert.Equal(
            "ND2035",
            Assert.Single(LayerNet.Of(""" "y": {"class": "remove", "from": "data:data", "symbol": 0}, """).Faults).Code
        );
}
