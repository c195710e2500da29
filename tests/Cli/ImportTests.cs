using NetDsl.Emit;
using NetDsl.Tests.Golden;
using Xunit;

namespace NetDsl.Tests.Cli;

[Collection("Console")]
public sealed class ImportTests : CliFixture
{
    private const string Config = """
        #!rnn.py
        import os
        use_tensorflow = True
        num_outputs = 42
        extern_data = {"data": {"dim": 40, "shape": (None, 40)}, "classes": {"dim": num_outputs, "shape": (None,), "sparse": True}}
        def squash(source, **kwargs):
            return source(0) * 0.5
        network = {
            "fw": {"class": "rec", "unit": "nativelstm2", "n_out": 500, "direction": 1, "dropout": 0.1, "from": "data"},
            "bw": {"class": "rec", "unit": "nativelstm2", "n_out": 500, "direction": -1, "dropout": 0.1, "from": "data"},
            "half": {"class": "eval", "from": ["fw", "bw"], "eval": squash},
            "output": {"class": "softmax", "from": ["fw", "bw"], "loss": "ce"},
        }
        log = ["./log"]

        """;

    [Fact]
    public void A_config_becomes_a_model_of_written_layers()
    {
        Assert.Equal(0, Run("import", Write("bird-song.config", Config)));

        var head = Output[..(Output.IndexOf("using", StringComparison.Ordinal))];
        Assert.StartsWith("#!/usr/bin/env -S dotnet --\n#:package NetDsl@", head, StringComparison.Ordinal);
        Assert.Equal(
            """"
            using NetDsl;
            using static NetDsl.OptionValue;

            return NetDslCli.Run(args, BirdSong);

            static Net BirdSong()
            {
                var config = new WrittenConfig("bird-song");
                config.Code(
                    """
                    import os
                    """
                );
                config["use_tensorflow"] = true;
                config["num_outputs"] = 42;
                config["extern_data"] = Dict(
                    ("data", Dict(("dim", 40), ("shape", Tuple(None, 40)))),
                    ("classes", Dict(("dim", 42), ("shape", Tuple(None)), ("sparse", true)))
                );
                config.Code(
                    """
                    def squash(source, **kwargs):
                        return source(0) * 0.5
                    """
                );

                config.Network["fw"] = new("rec", "data")
                {
                    ["unit"] = "nativelstm2",
                    ["n_out"] = 500,
                    ["direction"] = 1,
                    ["dropout"] = 0.1,
                };
                config.Network["bw"] = new("rec", "data")
                {
                    ["unit"] = "nativelstm2",
                    ["n_out"] = 500,
                    ["direction"] = -1,
                    ["dropout"] = 0.1,
                };
                config.Network["half"] = new("eval", ["fw", "bw"]) { ["eval"] = Code("squash") };
                config.Network["output"] = new("softmax", ["fw", "bw"]) { ["loss"] = "ce" };

                config["log"] = List("./log");
                return config;
            }

            """".ReplaceLineEndings("\n"),
            Output[head.Length..]
        );
    }

    [Fact]
    public void The_model_emits_the_code_of_the_config_where_it_stood()
    {
        Host = Host with { Emitter = ConfigEmitter.Emit };
        Run("import", Write("net.config", Config), "-o", "net.cs");

        Assert.Equal(0, Run("emit", "net.cs", "-o", "out.py", "--no-header"));

        Assert.StartsWith("#!rnn.py\nimport os\nuse_tensorflow = True\n", Read("out.py"), StringComparison.Ordinal);
        Assert.Contains(
            "}\ndef squash(source, **kwargs):\n    return source(0) * 0.5\nnetwork = {\n",
            Read("out.py"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_is_wrong_with_a_config_is_a_warning_at_the_line_of_the_layer_in_its_model()
    {
        Host = Host with { Emitter = ConfigEmitter.Emit };
        var wrong = Config.Replace("\"direction\": 1", "\"directoin\": 1", StringComparison.Ordinal);
        Run("import", Write("net.config", wrong), "-o", "net.cs");
        var line =
            1
            + Array.FindIndex(
                Read("net.cs").Split('\n'),
                text => text.Contains("Network[\"fw\"]", StringComparison.Ordinal)
            );

        Assert.Equal(0, Run("check", "net.cs"));

        Assert.Contains(
            FormattableString.Invariant($"net.cs({line},1): warning ND30"),
            Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Loops_keep_the_layers_inside_of_them_as_layers()
    {
        Assert.Equal(0, Run("import", Write("net.py", GoldenFiles.Case("rec_two_states").Config)));

        Assert.Contains("[\"unit\"] = new WrittenLayers\n", Output, StringComparison.Ordinal);
    }

    [Fact]
    public void For_a_project_it_becomes_a_class()
    {
        Run("import", Write("net.config", Config), "--namespace", "Birds.Nets");

        Assert.Contains("namespace Birds.Nets;\n", Output, StringComparison.Ordinal);
        Assert.DoesNotContain("NetDslCli", Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_is_there_is_not_replaced()
    {
        Write("net.cs", "mine");

        Assert.Equal(1, Run("import", Write("net.config", Config), "-o", "net.cs"));

        Assert.Equal("mine", Read("net.cs"));
    }

    [Fact]
    public void A_net_that_code_changes_is_kept_with_its_code_and_a_warning()
    {
        Assert.Equal(0, Run("import", Write("net.py", Config + "network[name()] = {}\n")));

        Assert.Contains("ND5015", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_config_without_a_net_is_told()
    {
        Assert.Equal(0, Run("import", Write("net.py", "batch_size = 5\n")));

        Assert.Contains("ND5016", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_that_names_a_dim_is_told()
    {
        var text =
            "from returnn.tensor import Dim\ntime_dim = Dim(None, name=\"time\")\nprint(time_dim)\nnetwork = {}\n";
        Run("import", Write("net.py", text));

        Assert.Contains("ND5017", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_is_no_config()
    {
        Assert.Equal(1, Run("import", WriteModel("model.cs")));

        Assert.Contains("ND0131", Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public void Shells_get_a_script_that_asks_the_tool(string shell)
    {
        Assert.Equal(0, Run("completion", shell));

        Assert.Contains("[suggest:", Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_shell_is_a_usage_error() => Assert.Equal(64, Run("completion", "cmd"));

    [Fact]
    public void The_tool_suggests_its_verbs()
    {
        Run("[suggest:8]", "netdsl i");

        Assert.Contains("import", Output, StringComparison.Ordinal);
    }
}
