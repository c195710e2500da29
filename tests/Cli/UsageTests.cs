using Xunit;

namespace NetDsl.Tests.Cli;

[Collection("Console")]
public sealed class UsageTests : CliFixture
{
    [Theory]
    [InlineData("emit")]
    [InlineData("")]
    [InlineData("emti model.cs")]
    [InlineData("emit --frob model.cs")]
    [InlineData("emit model.cs other.cs")]
    [InlineData("emit model.cs -o")]
    [InlineData("emit model.cs -o --frob")]
    [InlineData("emit model.cs --color red")]
    [InlineData("emit model.cs -f json -o net.py")]
    [InlineData("emit model.cs --format yaml")]
    [InlineData("emit model.cs --verify")]
    [InlineData("emit model.cs -q -v")]
    [InlineData("emit model.cs --nowarn=all")]
    [InlineData("emit model.cs --warnaserror=ND1")]
    [InlineData("emit @args.rsp extra")]
    [InlineData("emit model.cs --diagnostics xml")]
    [InlineData("check")]
    [InlineData("check model.cs --max-warnings")]
    [InlineData("check model.cs --max-warnings few")]
    [InlineData("check model.cs --max-warnings -1")]
    [InlineData("check model.cs -o net.py")]
    [InlineData("verify model.cs --batches 0")]
    [InlineData("verify model.cs --batches=-5")]
    [InlineData("verify model.cs --tolerance NaN")]
    [InlineData("verify model.cs --tolerance=-1")]
    [InlineData("explain ND9999")]
    [InlineData("explain ND2001 ND2002")]
    public void A_command_line_that_cannot_be_understood_exits_with_64(string line) =>
        Assert.Equal(64, Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void A_usage_error_leaves_stdout_empty()
    {
        Run("emit", "--frob");

        Assert.Empty(OutputBytes);
    }

    [Fact]
    public void A_usage_error_names_the_option_and_the_way_to_help()
    {
        Run("emit", "model.cs", "--verfy");

        Assert.Equal(
            "netdsl : error ND0100: unknown option '--verfy'\n  did you mean '--verify'? See netdsl --help\n",
            Error
        );
    }

    [Fact]
    public void An_empty_output_name_is_a_usage_error() => Assert.Equal(64, RunTagger("emit", "-o", ""));

    [Fact]
    public void Help_goes_to_stdout()
    {
        Run("emit", "--help");

        Assert.Contains("netdsl emit <MODEL> [options]", Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_exits_with_0() => Assert.Equal(0, Run("-h"));

    [Fact]
    public void Help_of_a_script_asks_for_no_MODEL()
    {
        RunTagger("emit", "--help");

        Assert.DoesNotContain("MODEL", Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Version_is_one_line_with_the_name()
    {
        Run("--version");

        Assert.Matches(@"^netdsl [0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?\n$", Output);
    }

    [Fact]
    public void Options_may_stand_before_the_verb() => Assert.Equal(0, RunTagger("--color", "never", "emit"));

    [Fact]
    public void A_bare_warnaserror_does_not_take_the_model_for_its_value()
    {
        Run("emit", "--warnaserror", WriteModel("model.cs"));

        Assert.Equal("model tagger\n", Output);
    }

    [Fact]
    public void A_model_whose_name_starts_with_a_dash_follows_two_dashes()
    {
        Run("emit", "--", WriteModel("-model.cs"));

        Assert.Equal("model tagger\n", Output);
    }
}
