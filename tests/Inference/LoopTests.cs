using Xunit;

namespace NetDsl.Tests.Inference;

/// <summary>Loops: what they run over, how states become known, and what can be read from outside.</summary>
public sealed class LoopTests
{
    [Fact]
    public void A_loop_without_source_runs_over_its_target()
    {
        var net = NetText.Infer(
            """
            "y": {"class": "rec", "from": [], "target": "classes", "is_output_layer": True, "unit": {
              "output": {"class": "choice", "from": "p", "target": "classes", "beam_size": 2, "initial_output": 0},
              "p": {"class": "softmax", "from": "prev:output", "target": "classes", "loss": "ce"}}},
            """
        );

        Assert.Equal("labels, global batch", net.Dims("y"));
    }

    [Fact]
    public void A_loop_that_says_its_end_has_a_time_of_its_own()
    {
        var net = NetText.Infer(
            """
            "first": {"class": "reduce", "mode": "mean", "axis": "t", "from": "data"},
            "y": {"class": "rec", "from": [], "max_seq_len": 10, "is_output_layer": True, "unit": {
              "output": {"class": "combine", "kind": "add", "from": ["prev:output", "base:first"], "initial_output": 0.0},
              "end": {"class": "compare", "from": "sum", "kind": "greater", "value": 1.0},
              "sum": {"class": "reduce", "mode": "sum", "axis": "f", "from": "output"}}},
            """
        );

        Assert.Equal("dyn-time:y, global batch, in", net.Dims("y"));
    }

    [Fact]
    public void A_state_that_only_knows_itself_is_a_scalar()
    {
        var net = NetText.Infer(
            """
            "y": {"class": "rec", "from": "data", "is_output_layer": True, "unit": {
              "n": {"class": "eval", "from": "prev:n", "eval": "source(0) + 1.0", "initial_output": 0.0},
              "output": {"class": "combine", "kind": "add", "from": ["data:source", "n"]}}},
            """
        );

        Assert.NotNull(net.Layer("y/n"));
        Assert.Equal("", net.Dims("y/n"));
    }

    [Fact]
    public void A_state_has_the_dims_of_the_layer_it_starts_with()
    {
        var net = NetText.Infer(
            """
            "first": {"class": "reduce", "mode": "mean", "axis": "t", "from": "data"},
            "y": {"class": "rec", "from": "data", "is_output_layer": True, "unit": {
              "s": {"class": "eval", "from": "prev:s", "eval": "source(0) * 2.0", "initial_output": "base:first"},
              "output": {"class": "copy", "from": "s"}}},
            """
        );

        Assert.Equal("global batch, in", net.Dims("y/s"));
    }

    [Fact]
    public void All_steps_of_a_state_are_read_from_outside_with_time_first()
    {
        var net = NetText.Infer(
            """
            "y": {"class": "rec", "from": "data", "unit": {
              "s": {"class": "combine", "kind": "add", "from": ["prev:s", "data:source"], "is_output_layer": True},
              "output": {"class": "copy", "from": "s"}}},
            "z": {"class": "copy", "from": "y/s", "is_output_layer": True},
            """
        );

        Assert.Equal("time, global batch, in", net.Dims("z"));
    }

    [Fact]
    public void What_RETURNN_takes_out_of_the_loop_is_not_claimed_to_have_time_first()
    {
        var net = NetText.Infer(
            """
            "y": {"class": "rec", "from": "data", "unit": {
              "x": {"class": "copy", "from": "data:source", "is_output_layer": True},
              "output": {"class": "combine", "kind": "add", "from": ["prev:output", "x"]}}},
            "z": {"class": "copy", "from": "y/x", "is_output_layer": True},
            """
        );

        Assert.Null(net.Layer("z"));
    }

    [Fact]
    public void The_last_output_has_no_time()
    {
        var net = NetText.Infer(
            """
            "y": {"class": "rec", "from": "data", "unit": {
              "s": {"class": "combine", "kind": "add", "from": ["prev:s", "data:source"], "need_last": True},
              "output": {"class": "copy", "from": "s"}}},
            "z": {"class": "rec_last_output", "rec_layer": "y", "sub_layer_name": "s", "is_output_layer": True},
            """
        );

        Assert.Equal("global batch, in", net.Dims("z"));
    }

    [Fact]
    public void Only_the_axis_of_the_loop_can_be_taken_apart()
    {
        var net = NetText.Infer(
            """
            "y": {"class": "rec", "from": "data", "is_output_layer": True, "unit": {
              "c": {"class": "rec_unstack", "from": "base:data:classes", "axis": label_dim},
              "output": {"class": "copy", "from": "c"}}},
            """
        );

        Assert.Equal("ND2037", net.FaultCode());
    }

    [Fact]
    public void A_state_that_code_hides_is_not_taken_for_a_scalar()
    {
        var net = NetText.Infer(
            """
            "y": {"class": "rec", "from": "data", "is_output_layer": True, "unit": {
              "s": {"class": "eval", "from": ["prev:s", "data:source"], "eval": "source(0)", "out_type": lambda **kwargs: None},
              "h": {"class": "linear", "from": "prev:s", "n_out": 2},
              "output": {"class": "copy", "from": ["s", "h"]}}},
            """
        );

        Assert.Empty(net.Faults);
    }
}
