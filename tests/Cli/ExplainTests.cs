using Xunit;

namespace NetDsl.Tests.Cli;

[Collection("Console")]
public sealed class ExplainTests : CliFixture
{
    [Theory]
    [InlineData("ND3021")]
    [InlineData("nd3021")]
    public void The_text_of_a_code_goes_to_stdout(string code)
    {
        Run("explain", code);

        Assert.Equal(DiagnosticTexts.Find("ND3021"), Output);
    }

    [Fact]
    public void Explaining_exits_with_0() => Assert.Equal(0, Run("explain", "ND3021"));

    [Fact]
    public void Without_a_code_all_are_listed_with_their_titles()
    {
        Run("explain");

        Assert.Equal(DiagnosticTexts.Codes, Output.Split('\n')[..^1].Select(line => line.Split("  ")[0]));
    }

    [Fact]
    public void A_line_of_the_list_has_the_title()
    {
        Run("explain");

        Assert.Contains("\nND3021  The layer class takes no such option\n", Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_code_is_told_with_its_neighbours()
    {
        Run("explain", "ND503");

        Assert.Equal(
            "netdsl : error ND0100: there is no diagnostic 'ND503'; did you mean ND5003, ND5013? (netdsl explain lists all)\n"
                + "  see netdsl --help\n",
            Error
        );
    }

    [Fact]
    public void An_unknown_code_leaves_stdout_empty()
    {
        Run("explain", "ND9999");

        Assert.Empty(OutputBytes);
    }

    [Fact]
    public void A_script_explains_as_well() => Assert.Equal(0, RunTagger("explain", "ND3021"));

    [Fact]
    public void Codes_can_be_completed()
    {
        Run("[suggest:11]", "explain ND5");

        Assert.Equal(
            DiagnosticTexts.Codes.Where(code => code.StartsWith("ND5", StringComparison.Ordinal)),
            Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );
    }
}
