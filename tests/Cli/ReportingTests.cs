using Xunit;

namespace NetDsl.Tests.Cli;

[Collection("Console")]
public sealed class ReportingTests : CliFixture
{
    private static readonly Diagnostic warning = new("ND4001", Severity.Warning, "dead layer");
    private static readonly Diagnostic info = new("ND4002", Severity.Info, "fused");

    public ReportingTests() => Emit = net => Emission(net, warning, info);

    [Fact]
    public void Warnings_are_reported_and_infos_are_not()
    {
        RunTagger("emit");

        Assert.Equal("netdsl : warning ND4001: dead layer\n", Error);
    }

    [Fact]
    public void Warnings_do_not_stop_the_config()
    {
        RunTagger("emit");

        Assert.Equal("model tagger\n", Output);
    }

    [Fact]
    public void Verbose_reports_infos()
    {
        RunTagger("emit", "-v");

        Assert.EndsWith("netdsl : info ND4002: fused\n", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Quiet_reports_no_warnings()
    {
        RunTagger("emit", "-q");

        Assert.Empty(Error);
    }

    [Theory]
    [InlineData("--warnaserror")]
    [InlineData("--warnaserror=ND4001")]
    [InlineData("--warnaserror=ND1000,ND4001")]
    public void A_warning_raised_to_an_error_exits_with_1(string option) => Assert.Equal(1, RunTagger("emit", option));

    [Fact]
    public void A_warning_raised_to_an_error_writes_nothing()
    {
        RunTagger("emit", "--warnaserror", "-o", "net.py");

        Assert.False(File.Exists(PathOf("net.py")));
    }

    [Fact]
    public void Other_warnings_are_not_raised() => Assert.Equal(0, RunTagger("emit", "--warnaserror=ND4009"));

    [Fact]
    public void A_warning_can_be_left_out()
    {
        RunTagger("emit", "--nowarn=ND4001");

        Assert.Empty(Error);
    }

    [Fact]
    public void A_warning_that_is_left_out_is_not_raised() =>
        Assert.Equal(0, RunTagger("emit", "--nowarn=ND4001", "--warnaserror"));

    [Fact]
    public void An_error_cannot_be_left_out()
    {
        Emit = _ => throw new ModelException([new Diagnostic("ND2001", Severity.Error, "no")]);

        Assert.Equal(1, RunTagger("emit", "--nowarn=ND2001"));
    }

    [Fact]
    public void Diagnostics_can_go_to_stderr_as_json()
    {
        RunTagger("emit", "--diagnostics", "json");

        Assert.StartsWith("""{"formatVersion":1,"diagnostics":[{"code":"ND4001",""", Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Diagnostics_can_go_to_a_file()
    {
        RunTagger("emit", "--diagnostics", "json", "--diagnostics-out", "found.json");

        Assert.StartsWith(
            """{"formatVersion":1,"diagnostics":[{"code":"ND4001",""",
            Read("found.json"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void With_a_diagnostics_file_stderr_has_text()
    {
        RunTagger("emit", "--diagnostics", "json", "--diagnostics-out", "found.json");

        Assert.Equal("netdsl : warning ND4001: dead layer\n", Error);
    }

    [Fact]
    public void A_diagnostics_file_that_cannot_be_written_exits_with_1() =>
        Assert.Equal(1, RunTagger("emit", "--diagnostics-out", "missing/found.json"));

    [Fact]
    public void Colour_can_be_demanded()
    {
        RunTagger("emit", "--color", "always");

        Assert.Equal("netdsl : \e[33mwarning\e[0m ND4001: dead layer\n", Error);
    }

    [Fact]
    public void A_terminal_gets_colour()
    {
        Host = Host with { ErrorIsTerminal = true };

        RunTagger("emit");

        Assert.Contains('\e', Error);
    }

    [Fact]
    public void NO_COLOR_is_respected()
    {
        Host = Host with { ErrorIsTerminal = true };
        SetEnvironment("NO_COLOR", "1");

        RunTagger("emit");

        Assert.DoesNotContain('\e', Error);
    }
}
