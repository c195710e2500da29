using NetDsl.Emit;
using Xunit;

namespace NetDsl.Tests.Structure;

public sealed class NetStructureTests
{
    [Fact]
    public void A_layer_comes_after_what_it_reads() =>
        Assert.Equal(
            ["c", "b", "output"],
            Built(
                """
                "output": {"class": "copy", "from": "b"},
                "b": {"class": "copy", "from": "c"},
                "c": {"class": "copy", "from": "data"},
                """
            )
        );

    [Fact]
    public void Layers_that_nothing_needs_are_not_built() =>
        Assert.Equal(
            ["dead", "dead/output"],
            StructureOf
                .Net(
                    """
                    "output": {"class": "copy", "from": "data"},
                    "dead": {"class": "subnetwork", "from": "output", "subnetwork": {"output": {"class": "copy", "from": "data"}}},
                    """
                )
                .Unbuilt.Select(layer => layer.Path)
        );

    [Theory]
    [InlineData("\"loss\": \"as_is\"")]
    [InlineData("\"is_output_layer\": True")]
    [InlineData("\"register_as_extern_data\": \"x\"")]
    public void A_layer_is_built_because_of(string option) =>
        Assert.Equal(
            ["a"],
            Built($$""" "a": {"class": "copy", "from": "data", {{option}}}, "b": {"class": "copy", "from": "a"} """)
        );

    [Fact]
    public void What_is_there_for_search_alone_is_built_last()
    {
        var net = StructureOf.Net(
            """
            "a": {"class": "decide", "from": "output", "only_on_search": True, "is_output_layer": True},
            "output": {"class": "copy", "from": "data"},
            """
        );

        Assert.Equal([("output", false), ("a", true)], net.Layers.Select(layer => (layer.Path, layer.IsForSearch)));
    }

    [Fact]
    public void A_layer_inside_a_subnetwork_can_be_read_alone_and_the_rest_is_completed_in_the_end() =>
        Assert.Equal(
            ["sub/a", "output", "sub/output", "sub"],
            Built(
                """
                "sub": {"class": "subnetwork", "from": "data", "subnetwork": {
                  "a": {"class": "copy", "from": "data"},
                  "output": {"class": "copy", "from": "base:output"}}},
                "output": {"class": "copy", "from": "sub/a"},
                """
            )
        );

    [Fact]
    public void A_subnetwork_needs_its_sources_only_if_a_layer_inside_reads_them() =>
        Assert.Equal(
            ["sub/output", "sub", "output"],
            Built(
                """
                "sub": {"class": "subnetwork", "from": "x", "subnetwork": {"output": {"class": "copy", "from": "base:data:data"}}},
                "x": {"class": "copy", "from": "data"},
                "output": {"class": "copy", "from": "sub"},
                """
            )
        );

    [Fact]
    public void The_values_of_the_step_before_may_come_later()
    {
        var net = StructureOf.Net(
            """
            "output": {"class": "rec", "from": "data", "unit": {
              "output": {"class": "combine", "kind": "add", "from": ["data:source", "prev:state"]},
              "state": {"class": "copy", "from": "output"}}},
            """
        );

        Assert.Equal(["output/output", "output/state", "output"], net.Layers.Select(layer => layer.Path));
        Assert.Empty(net.Cycles);
    }

    [Fact]
    public void Parameters_of_a_layer_that_needs_the_reader_are_no_cycle()
    {
        var net = StructureOf.Net(
            """
            "a": {"class": "linear", "from": "data", "n_out": 5, "reuse_params": "output"},
            "output": {"class": "linear", "from": "a", "n_out": 5},
            """
        );

        Assert.Equal(["a", "output"], net.Layers.Select(layer => layer.Path));
        Assert.Empty(net.Cycles);
    }

    [Fact]
    public void Branches_and_masked_units_have_paths_by_the_option_that_holds_them() =>
        Assert.Equal(
            ["c/condition", "c/true_layer/output", "c/true_layer", "c/false_layer", "c", "m/unit", "m", "output"],
            Built(
                """
                "c": {"class": "cond", "from": [], "condition": {"class": "train_flag"},
                  "true_layer": {"class": "subnetwork", "from": "data", "subnetwork": {"output": {"class": "copy", "from": "data"}}},
                  "false_layer": {"class": "copy", "from": "data"}},
                "m": {"class": "masked_computation", "from": "c", "mask": "c", "unit": {"class": "copy", "from": "data"}},
                "output": {"class": "copy", "from": "m"},
                """
            )
        );

    [Fact]
    public void A_chain_of_100_000_layers_is_read()
    {
        var layers = Enumerable
            .Range(0, 100_000)
            .Select(i =>
                KeyValuePair.Create(
                    $"l{i}",
                    (OptionValue)OptionValue.Dict(("class", "copy"), ("from", i == 0 ? "data" : $"l{i - 1}"))
                )
            )
            .Append(
                KeyValuePair.Create("output", (OptionValue)OptionValue.Dict(("class", "copy"), ("from", "l99999")))
            );

        var net = NetStructure.Read(new NetSource(DictValue.Of(layers)));

        Assert.Equal((100_001, "output"), (net.Layers.Count, net.Layers[^1].Name));
        Assert.Equal(100_001, net.Deepest.Depth);
    }

    private static IEnumerable<string> Built(string layers) =>
        StructureOf.Net(layers).Layers.Select(layer => layer.Path);
}
