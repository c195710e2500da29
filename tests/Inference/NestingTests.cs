using Xunit;

namespace NetDsl.Tests.Inference;

/// <summary>Nets inside of layers: subnetworks, branches, masked computations.</summary>
public sealed class NestingTests
{
    [Fact]
    public void A_subnetwork_sees_its_sources_concatenated()
    {
        var net = NetText.Infer(
            """
            "y": {"class": "subnetwork", "from": ["data", "data"], "is_output_layer": True, "subnetwork": {
              "output": {"class": "copy", "from": "data"}}},
            """
        );

        Assert.Equal("global batch, time, 2*in", net.Dims("y"));
    }

    [Fact]
    public void Sources_that_are_not_concatenated_have_numbers()
    {
        var net = NetText.Infer(
            """
            "h": {"class": "linear", "from": "data", "n_out": 2},
            "y": {"class": "subnetwork", "from": ["data", "h"], "concat_sources": False, "is_output_layer": True, "subnetwork": {
              "output": {"class": "copy", "from": "data:1"}}},
            """
        );

        Assert.Equal("global batch, time, h:feature-dense", net.Dims("y"));
    }

    [Fact]
    public void A_condition_is_one_bool()
    {
        var net = NetText.Infer(
            """
            "y": {"class": "cond", "from": [], "condition": "data", "is_output_layer": True,
              "true_layer": {"class": "copy", "from": "data"}, "false_layer": {"class": "copy", "from": "data"}},
            """
        );

        Assert.Equal("ND2037", net.FaultCode());
    }

    [Fact]
    public void A_masked_computation_has_a_time_of_its_own()
    {
        var net = NetText.Infer(
            """
            "sum": {"class": "reduce", "mode": "sum", "axis": "f", "from": "data"},
            "mask": {"class": "compare", "from": "sum", "kind": "greater", "value": 0.0},
            "m": {"class": "masked_computation", "mask": "mask", "from": "data", "unit": {"class": "linear", "from": "data", "n_out": 2}},
            "y": {"class": "unmask", "from": "m", "mask": "mask", "is_output_layer": True},
            """
        );

        Assert.Equal("m:masked:time, global batch, m:feature-dense", net.Dims("m"));
        Assert.Equal("time, global batch, m:feature-dense", net.Dims("y"));
    }

    [Fact]
    public void A_mask_says_yes_or_no()
    {
        var net = NetText.Infer(
            """
            "sum": {"class": "reduce", "mode": "sum", "axis": "f", "from": "data"},
            "m": {"class": "masked_computation", "mask": "sum", "from": "data", "is_output_layer": True, "unit": {"class": "copy", "from": "data"}},
            """
        );

        Assert.Equal("ND2037", net.FaultCode());
    }
}
