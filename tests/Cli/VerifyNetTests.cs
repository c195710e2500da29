using NetDsl.Emit;
using NetDsl.Tests.Golden;
using NetDsl.Tests.Reference;
using Xunit;

namespace NetDsl.Tests.Cli;

[Collection("Console")]
public sealed class VerifyNetTests : CliFixture
{
    [Fact]
    public void Forms_that_compute_the_same_are_shown_in_a_table()
    {
        var golden = GoldenFiles.Equivalence("layer_norm");

        Assert.Equal(0, Run("verify", Write("a.py", golden.FusedConfig), Write("b.py", golden.BlocksConfig)));

        Assert.Contains("places  outputs   losses  gradients  updates\nboth configs", Output, StringComparison.Ordinal);
        Assert.EndsWith("equal\n", Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Forms_that_differ_exit_with_1_and_say_in_what()
    {
        var three = NetText.Config(""" "output": {"class": "eval", "from": "data:data", "eval": "source(0) * 3.0"} """);
        var two = NetText.Config(""" "output": {"class": "eval", "from": "data:data", "eval": "source(0) * 2.0"} """);

        Assert.Equal(1, Run("verify", Write("a.py", three), Write("b.py", two)));

        Assert.Contains("DIFFERENT", Output, StringComparison.Ordinal);
        Assert.Contains("error ND7010: ", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_net_that_is_too_large_to_compute_is_told()
    {
        var net = Write("a.py", NetText.Config("'output': {'class': 'linear', 'from': 'data', 'n_out': 2000000000}"));

        Assert.Equal(1, Run("verify", net, net));
        Assert.Contains("error ND0141: there is not enough memory", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void One_config_alone_cannot_be_compared()
    {
        Assert.Equal(1, Run("verify", Write("a.py", GoldenFiles.Case("linear").Config)));

        Assert.Contains("error ND7011: ", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_is_compared_with_its_own_building_blocks()
    {
        Host = Host with { Emitter = ConfigEmitter.Emit };

        Assert.Equal(0, RunScript([Tagger], "verify", "--seed", "3", "--batches", "1"));

        Assert.Contains("linear", Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_of_several_chosen_models_is_compared()
    {
        Host = Host with { Emitter = ConfigEmitter.Emit };

        Assert.Equal(
            0,
            RunScript(
                [Tagger, Named("second"), Named("third")],
                "verify",
                "--batches",
                "1",
                "--model",
                "tagger",
                "--model",
                "third"
            )
        );

        Assert.Contains("tagger\n", Output, StringComparison.Ordinal);
        Assert.Contains("third\n", Output, StringComparison.Ordinal);
        Assert.DoesNotContain("second\n", Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_net_that_RETURNN_builds_as_it_is_inferred_is_fine()
    {
        var config = Write("net.py", NetText.Config(Map));

        Assert.Equal(0, Run("verify", config, "--against", Write("report.json", ReportOf(size: 4))));
        Assert.Empty(Error);
    }

    [Fact]
    public void Dims_and_parameters_that_RETURNN_builds_otherwise_are_said()
    {
        var config = Write("net.py", NetText.Config(Map));

        Assert.Equal(1, Run("verify", config, "--against", Write("report.json", ReportOf(size: 5))));
        Assert.Contains(
            "error ND7013: the layer 'output' is [?, ?, 5] in RETURNN, and [?, ?, 4] here",
            Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "the parameter 'output/W' is [3, 5] in RETURNN, and [3, 4] here",
            Error,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"formatVersion\": 1, \"layerDims\": 3}")]
    [InlineData("{\"formatVersion\": 1, \"layerDims\": {\"a\": [1]}, \"parameters\": {}}")]
    public void A_report_that_is_none_is_said(string report)
    {
        Assert.Equal(1, Run("verify", Write("net.py", NetText.Config(Map)), "--against", Write("report.json", report)));

        Assert.Contains("error ND7012: ", Error, StringComparison.Ordinal);
    }

    private const string Map =
        "\"output\": {\"class\": \"linear\", \"from\": \"data:data\", \"n_out\": 4, \"activation\": None, \"with_bias\": False}";

    private static string ReportOf(int size) =>
        $$"""
            {"formatVersion": 1, "operations": {},
             "layerDims": {"output": [["batch", "batch", null], ["time", "spatial", null], ["out", "feature", {{size}}]]},
             "parameters": {"output/W": {"shape": [3, {{size}}], "trainable": true} } }
            """;

    private static Net Tagger() => Named("tagger")();

    private static Func<Net> Named(string name) => () => Mapped(new Net(name));

    private static Net Mapped(Net net)
    {
        var time = Dim.Dynamic("time");
        var features = Dim.Feature("in", 3);
        var data = net.Input("data", [Dim.Batch, time, features]);
        var linear = new NetDsl.Layers.Linear(Dim.Feature("out", 4));
        net.Output(linear.Call(data));
        return net;
    }
}
