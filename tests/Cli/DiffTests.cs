using Newtonsoft.Json.Linq;
using Xunit;
using static NetDsl.Tests.Verifier;

namespace NetDsl.Tests.Cli;

[Collection("Console")]
public sealed class DiffTests : CliFixture
{
    private const string Old = """
        #!rnn.py
        behavior_version = 21
        extern_data = {"data": {"dim": 40}, "classes": {"dim": 9, "sparse": True}}
        learning_rate = 0.001
        network = {
            "enc1": {"class": "linear", "from": "data", "n_out": 20, "activation": "relu"},
            "enc2": {"class": "linear", "from": "enc1", "n_out": 20, "activation": "relu", "dropout": 0.1},
            "skip": {"class": "combine", "kind": "add", "from": ["enc1", "enc2"]},
            "norm": {"class": "layer_norm", "from": "skip"},
            "old": {"class": "copy", "from": "norm"},
            "output": {"class": "softmax", "from": "old", "loss": "ce"},
        }

        """;

    private const string New = """
        #!rnn.py
        behavior_version = 21
        extern_data = {"data": {"dim": 40}, "classes": {"dim": 9, "sparse": True}}
        learning_rate = 0.0005
        network = {
            "first": {"class": "linear", "from": "data", "n_out": 30, "activation": "relu"},
            "enc2": {"class": "linear", "from": "first", "n_out": 30, "activation": "relu", "dropout": 0.2},
            "drop": {"class": "dropout", "from": "enc2", "dropout": 0.3},
            "skip": {"class": "combine", "kind": "add", "from": ["first", "drop"]},
            "norm": {"class": "layer_norm", "from": "skip"},
            "output": {"class": "softmax", "from": "norm", "loss": "ce"},
        }

        """;

    [Fact]
    public async Task People_read_one_to_three_lines_for_an_edit()
    {
        Assert.Equal(0, Diff());

        await Verify(Output);
    }

    [Fact]
    public async Task Programs_read_every_edit()
    {
        Assert.Equal(0, Diff("--json"));

        await Verify(JObject.Parse(Output).ToString() + "\n", extension: "txt");
    }

    [Fact]
    public async Task Only_what_stops_a_checkpoint_from_being_loaded_is_breaking()
    {
        Assert.Equal(0, Diff("--breaking"));

        await Verify(Output);
    }

    [Fact]
    public void A_default_that_is_written_out_is_told_as_it_is_written()
    {
        var old = Old.Replace("\"n_out\": 20, \"activation\": \"relu\"}", "\"n_out\": 20, \"with_bias\": False}");
        var changed = old.Replace("\"with_bias\": False", "\"with_bias\": True");

        Run("diff", Write("old.py", old), Write("new.py", changed));

        Assert.Contains("with_bias False -> True", Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_in_two_layers_names_both()
    {
        Run("diff", Write("old.py", Old), Write("new.py", Old.Replace("\"relu\"", "\"tanh\"")));

        Assert.Contains(
            "changed   enc1 (linear): activation \"relu\" -> \"tanh\"; the same in enc2\n",
            Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_difference_is_exit_code_2_if_it_is_asked_for() => Assert.Equal(2, Diff("--exit-code"));

    [Fact]
    public void No_difference_is_exit_code_0()
    {
        Assert.Equal(0, Run("diff", Write("a.py", Old), Write("b.py", Old + "# a remark\n"), "--exit-code"));

        Assert.Equal("no difference\n", Output);
    }

    [Fact]
    public void What_loads_is_not_breaking()
    {
        var other = Old.Replace("\"dropout\": 0.1", "\"dropout\": 0.4", StringComparison.Ordinal);

        Assert.Equal(0, Run("diff", Write("a.py", Old), Write("b.py", other), "--breaking", "--exit-code"));

        Assert.Equal("a checkpoint of the old net can be loaded\n", Output);
    }

    [Fact]
    public void A_config_that_cannot_be_read_exits_with_1() =>
        Assert.Equal(1, Run("diff", Write("a.py", Old), Write("b.py", "network = {"), "--exit-code"));

    [Fact]
    public void A_module_with_another_name_is_told_in_one_line()
    {
        var old = Old.Replace("enc1", "enc.1", StringComparison.Ordinal)
            .Replace("enc2", "enc.2", StringComparison.Ordinal);
        var renamed = old.Replace("enc.", "encoder.", StringComparison.Ordinal);

        Run("diff", Write("a.py", old), Write("b.py", renamed));

        Assert.Equal("renamed   enc.* -> encoder.* (2 layers)", Output.Split('\n')[0]);
    }

    private int Diff(params string[] flags) => Run(["diff", Write("a.py", Old), Write("b.py", New), .. flags]);
}
