using NetDsl.Tests.Golden;
using Newtonsoft.Json.Linq;
using Xunit;

namespace NetDsl.Tests.Cli;

[Collection("Console")]
public sealed class StatsTests : CliFixture
{
    private const string Net = """
        #!rnn.py
        from returnn.tensor import Dim, batch_dim
        behavior_version = 21
        time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
        in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
        extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32"}}
        network = {
            "ff": {"class": "linear", "from": "data:data", "n_out": 5, "trainable": False},
            "old": {"class": "copy", "from": "ff"},
            "code": {"class": "eval", "from": "ff", "eval": "f(source(0))", "out_type": f()},
            "output": {"class": "linear", "from": ["ff", "code"], "n_out": 2},
        }

        """;

    [Fact]
    public void People_read_layers_by_class_and_parameters_by_name()
    {
        Assert.Equal(0, Run("stats", Write("net.py", Net)));

        Assert.Equal(
            """
            layers      4, 1 of them dead, longest chain 3
                     2  linear
                     1  copy
                     1  eval
            parameters  at least 20, 0 of them trainable
              ff/W [3, 5], not trainable
              ff/b [5], not trainable
            multiply-adds 15*B*time
            memory      80B of parameters, 20*B*time bytes of layers' outputs
              without 2 layers whose dims are not known
            dead        old

            """.ReplaceLineEndings("\n"),
            Output
        );
    }

    [Fact]
    public void Programs_read_whether_the_parameters_are_all_that_there_are()
    {
        Run("stats", Write("net.py", Net), "--json");

        var parameters = JObject.Parse(Output)["parameters"]!;
        Assert.True(parameters.Value<bool>("isLowerBound"));
        Assert.Equal(["code", "output"], parameters["unknown"]!.Select(path => path.Value<string>()));
    }

    [Fact]
    public void Parameters_that_are_all_known_are_no_lower_bound()
    {
        const string Known = """
            extern_data = {"data": {"dim": 3, "shape": (None, 3)}}
            network = {"output": {"class": "linear", "from": "data:data", "n_out": 2, "activation": None}}
            """;
        Run("stats", Write("net.py", Known), "--json");

        var parameters = JObject.Parse(Output)["parameters"]!;
        Assert.False(parameters.Value<bool>("isLowerBound"));
        Assert.Empty(parameters["unknown"]!);
    }

    [Fact]
    public void A_net_of_code_has_at_least_no_parameters()
    {
        Run("stats", Write("net.py", "network = make()\n"));

        Assert.Contains("parameters  at least 0, ", Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Lengths_of_inputs_without_dims_are_called_after_the_input()
    {
        const string HandWritten = """
            extern_data = {"data": {"dim": 3, "shape": (None, 3)}}
            network = {"output": {"class": "linear", "from": "data:data", "n_out": 2, "activation": None}}
            """;
        Run("stats", Write("net.py", HandWritten));

        Assert.Contains("multiply-adds 6*B*T(data)\n", Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_read_the_dims_of_each_layer_that_can_be_known()
    {
        Assert.Equal(0, Run("stats", Write("net.py", Net), "--json"));

        var json = JObject.Parse(Output);
        Assert.Equal(1, json.Value<int>("formatVersion"));
        Assert.Equal(
            """{"ff":[["global batch","batch",null],["time","spatial",null],["ff:feature-dense","feature",5]]}""",
            json["layerDims"]!.ToString(Newtonsoft.Json.Formatting.None)
        );
    }

    [Fact]
    public void Parameters_are_counted_as_RETURNN_counts_them()
    {
        var golden = GoldenFiles.Case("conformer_block");

        Assert.Equal(0, Run("stats", Write("net.py", golden.Config), "--json"));

        var parameters = JObject.Parse(Output)["parameters"]!;
        Assert.Equal(golden.NumParams, parameters.Value<int>("count"));
        Assert.Equal(
            golden.Parameters.Keys.Order(StringComparer.Ordinal),
            parameters["items"]!.Select(item => item.Value<string>("name")).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_config_that_cannot_be_read_exits_with_1() =>
        Assert.Equal(1, Run("stats", Write("net.py", "network = {")));
}
