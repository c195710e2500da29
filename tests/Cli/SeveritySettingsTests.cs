using Xunit;

namespace NetDsl.Tests.Cli;

/// <summary>Flags are stronger than variables, variables than files, files than what a diagnostic is by itself.</summary>
[Collection("Console")]
public sealed class SeveritySettingsTests : CliFixture
{
    public SeveritySettingsTests() =>
        Emit = net =>
            Emission(
                net,
                new Diagnostic("ND4001", Severity.Warning, "dead layer"),
                new Diagnostic("ND4011", Severity.Info, "fused")
            );

    [Theory]
    [InlineData("error", "error ND4001")]
    [InlineData("warning", "warning ND4001")]
    public void A_file_gives_a_code_its_severity(string word, string shown) => Assert.Contains(shown, Shown(word));

    [Theory]
    [InlineData("info")]
    [InlineData("none")]
    public void A_file_can_hide_a_warning(string word) => Assert.DoesNotContain("ND4001", Shown(word));

    [Fact]
    public void An_info_by_a_file_is_shown_on_request() => Assert.Contains("info ND4001", Shown("info", "-v"));

    [Fact]
    public void A_file_can_raise_an_info() =>
        Assert.Contains("warning ND4011", Reported("""{"severity": {"ND4011": "warning"}}"""));

    [Fact]
    public void An_error_by_a_file_writes_nothing()
    {
        Settings("""{"severity": {"ND4001": "error"}}""");

        Assert.Equal(1, RunTagger("emit", "-o", "net.py"));
        Assert.False(File.Exists(PathOf("net.py")));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("info")]
    [InlineData("warning")]
    public void What_is_an_error_stays_one(string word)
    {
        Emit = _ => throw new ModelException([new Diagnostic("ND2001", Severity.Error, "no")]);
        Settings($$"""{"severity": {"ND2001": "{{word}}"} }""");

        Assert.Equal(1, RunTagger("emit", "--nowarn=ND2001"));
    }

    [Fact]
    public void A_file_can_treat_all_warnings_as_errors() =>
        Assert.Contains("error ND4001", Reported("""{"warnAsError": true}"""));

    [Theory]
    [InlineData("--nowarn=ND4001", "error", "")]
    [InlineData("--warnaserror=ND4001", "none", "error ND4001")]
    [InlineData("--warnaserror", "none", "")]
    [InlineData("--warnaserror", "info", "")]
    [InlineData("--warnaserror", "warning", "error ND4001")]
    public void Flags_are_stronger_than_a_file(string flag, string word, string shown) =>
        Assert.StartsWith(shown.Length == 0 ? "" : $"netdsl : {shown}", ShownOnly(word, flag));

    [Fact]
    public void A_variable_leaves_a_code_out()
    {
        SetEnvironment("NETDSL_NOWARN", "ND4001");

        Assert.Empty(Reported("{}"));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("ND4001")]
    public void A_variable_treats_warnings_as_errors(string codes)
    {
        SetEnvironment("NETDSL_WARNASERROR", codes);

        Assert.Contains("error ND4001", Reported("{}"));
    }

    [Fact]
    public void A_variable_is_stronger_than_a_file()
    {
        SetEnvironment("NETDSL_NOWARN", "ND4001");

        Assert.Empty(Shown("error"));
    }

    [Fact]
    public void A_flag_is_stronger_than_a_variable()
    {
        SetEnvironment("NETDSL_NOWARN", "ND4001");

        Assert.Contains("error ND4001", Reported("{}", "--warnaserror=ND4001"));
    }

    [Fact]
    public void A_file_limits_the_warnings_of_a_check()
    {
        Write("net.py", "bacth_size = 5\n");
        Settings("""{"maxWarnings": 0}""");

        Assert.Equal(1, Run("check", "net.py"));
    }

    [Fact]
    public void A_flag_is_stronger_than_a_file_in_how_many_warnings_there_may_be()
    {
        Write("net.py", "bacth_size = 5\n");
        Settings("""{"maxWarnings": 0}""");

        Assert.Equal(0, Run("check", "net.py", "--max-warnings", "1"));
    }

    [Fact]
    public void A_variable_limits_the_warnings_of_a_check()
    {
        Write("net.py", "bacth_size = 5\n");
        Settings("""{"maxWarnings": 7}""");
        SetEnvironment("NETDSL_MAX_WARNINGS", "0");

        Assert.Equal(1, Run("check", "net.py"));
    }

    [Fact]
    public void A_variable_chooses_the_form_of_diagnostics()
    {
        SetEnvironment("NETDSL_DIAGNOSTICS", "json");

        Assert.StartsWith("{\"formatVersion\":1,", Reported("{}"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_flag_is_stronger_than_a_variable_in_the_form_of_diagnostics()
    {
        SetEnvironment("NETDSL_DIAGNOSTICS", "json");

        Assert.StartsWith("netdsl : ", Reported("{}", "--diagnostics", "text"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_variable_names_the_file_for_diagnostics()
    {
        SetEnvironment("NETDSL_DIAGNOSTICS_OUT", "found.txt");

        Reported("{}");

        Assert.Equal("netdsl : warning ND4001: dead layer\n", Read("found.txt"));
    }

    [Theory]
    [InlineData("NETDSL_COLOR", "alway", "it is one of auto, always, never\n  did you mean 'always'?")]
    [InlineData("NETDSL_DIAGNOSTICS", "xml", "it is one of text, json, sarif, github")]
    [InlineData("NETDSL_BUILD", "make", "it is one of auto, roslyn, sdk, none")]
    [InlineData("NETDSL_NOWARN", "all", "codes such as ND4001")]
    [InlineData("NETDSL_WARNASERROR", "all", "codes such as ND4001, or * for all")]
    [InlineData("NETDSL_MAX_WARNINGS", "-1", "it is a whole number, 0 or more")]
    public void A_wrong_variable_is_a_usage_error(string name, string value, string message)
    {
        SetEnvironment(name, value);

        Assert.Equal(64, RunTagger("emit"));
        Assert.Equal($"netdsl : error ND0123: the environment variable {name} is '{value}': {message}\n", Error);
    }

    private string Shown(string word, params string[] flags) =>
        Reported($$"""{"severity": {"ND4001": "{{word}}"} }""", flags);

    private string ShownOnly(string word, string flag)
    {
        var shown = Shown(word, flag);
        return shown.Length == 0 ? "" : Assert.Single(shown.TrimEnd('\n').Split('\n'));
    }

    private string Reported(string settings, params string[] flags)
    {
        Settings(settings);
        RunTagger(["emit", .. flags]);
        return Error;
    }

    private void Settings(string json) => Write("netdsl.json", json);
}
