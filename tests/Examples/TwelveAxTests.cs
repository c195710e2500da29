using NetDsl.Emit;
using NetDsl.Tests.Cli;
using NetDsl.Tests.Golden;
using NetDsl.Tests.Golden.Python;
using NetDsl.Tests.Repository;
using Xunit;

namespace NetDsl.Tests.Examples;

/// <summary>The example is the training config that RETURNN ran, but for names and for what we write out.</summary>
[Collection("Console")]
public sealed class TwelveAxTests : CliFixture
{
    private readonly PythonConfig golden = PythonConfig.Parse(GoldenFiles.TrainingConfig());

    public TwelveAxTests() => Host = Host with { Emitter = ConfigEmitter.Emit };

    [Theory]
    [InlineData("use_tensorflow")]
    [InlineData("task")]
    [InlineData("train")]
    [InlineData("dev")]
    [InlineData("extern_data")]
    [InlineData("batch_size")]
    [InlineData("max_seqs")]
    [InlineData("num_epochs")]
    [InlineData("learning_rate")]
    [InlineData("model")]
    [InlineData("log_verbosity")]
    public void A_setting_is_the_one_that_RETURNN_ran(string key)
    {
        var ours = Ours();

        Assert.Equal(PythonText.Of(golden[key], golden), PythonText.Of(ours[key], ours));
    }

    [Fact]
    public void No_setting_is_there_but_those_that_RETURNN_ran() =>
        Assert.Equal(
            golden
                .Assignments.Select(item => item.Name)
                .Where(name => !name.EndsWith("_dim", StringComparison.Ordinal))
                .Order(),
            Ours()
                .Assignments.Select(item => item.Name)
                .Where(name => !name.EndsWith("_dim", StringComparison.Ordinal))
                .Order()
        );

    [Fact]
    public void The_optimizer_says_its_defaults_as_well() =>
        Assert.Equal(
            "{\"beta1\": 0.9, \"beta2\": 0.999, \"class\": \"adam\", \"epsilon\": 1E-08}",
            PythonText.Of(Ours()["optimizer"])
        );

    [Theory]
    [InlineData("bn", "tagger.norm", "name_scope")]
    [InlineData("h", "tagger.hidden", "name_scope out_shape")]
    [InlineData("output", "output", "name_scope out_shape in_dim with_bias forward_weights_init bias_init")]
    public void A_layer_has_the_options_that_RETURNN_ran_and_says_more(string name, string ours, string more)
    {
        var expected = NetSummary.Of(golden)[name];
        var actual = NetSummary.Of(Ours())[ours];

        Assert.Equal(expected.Class, actual.Class);
        Assert.Equal(
            Options(expected, [])
                .Select(option =>
                    option
                        .Replace("\"bn\"", "\"tagger.norm\"")
                        .Replace("\"h\"", "\"tagger.hidden\"")
                        .Replace("hid:", "hidden:")
                ),
            Options(actual, more.Split(' '))
        );
    }

    [Fact]
    public void The_net_has_no_other_layers() => Assert.Equal(3, NetSummary.Of(Ours()).Layers.Count);

    private static IEnumerable<string> Options(LayerSummary layer, string[] without) =>
        layer
            .Options.Where(option => !without.Contains(option.Key))
            .Select(option => $"{option.Key}={option.Value}")
            .Order(StringComparer.Ordinal);

    private PythonConfig Ours()
    {
        Assert.Equal(0, Run("emit", RepositoryFiles.FullPath("examples", "twelve-ax.cs")));
        return PythonConfig.Parse(Output);
    }
}
