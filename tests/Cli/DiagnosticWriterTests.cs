using NetDsl.Cli;
using Xunit;

namespace NetDsl.Tests.Cli;

public sealed class DiagnosticWriterTests
{
    private static readonly DisplayPath paths = new("/repo");

    private static readonly Diagnostic full = new("ND2001", Severity.Error, "these dims differ")
    {
        Location = new SourceLocation("/repo/models/a.cs", 4, 7),
        Related = [new RelatedLocation(new SourceLocation("/lib/b.cs", 2), "the other operand")],
        Layer = "encoder.ff",
        Suggestion = "use the same dim",
    };

    private static readonly Diagnostic bare = new("ND4001", Severity.Warning, "100%\nsure");

    [Fact]
    public void Text_has_place_code_and_message_and_details_indented_below() =>
        Assert.Equal(
            """
            models/a.cs(4,7): error ND2001: these dims differ
              /lib/b.cs(2,1): the other operand
              use the same dim

            """.ReplaceLineEndings("\n"),
            Written(new TextDiagnosticWriter(paths, colored: false), full)
        );

    [Fact]
    public void Text_without_a_place_names_the_tool() =>
        Assert.Equal(
            "netdsl : warning ND4001: 100%\n  sure\n",
            Written(new TextDiagnosticWriter(paths, colored: false), bare)
        );

    [Fact]
    public void Only_the_severity_is_coloured() =>
        Assert.StartsWith(
            "netdsl : \e[33mwarning\e[0m ND4001: 100%\n",
            Written(new TextDiagnosticWriter(paths, colored: true), bare),
            StringComparison.Ordinal
        );

    [Fact]
    public void Text_cannot_steer_the_terminal() =>
        Assert.Equal(
            "netdsl : info ND0001: \\u001b[2J\n",
            Written(new TextDiagnosticWriter(paths, colored: false), new Diagnostic("ND0001", Severity.Info, "\e[2J"))
        );

    [Fact]
    public void Json_has_every_field() =>
        Assert.Equal(
            """{"formatVersion":1,"diagnostics":[{"code":"ND2001","severity":"error","message":"these dims differ","path":"models/a.cs","line":4,"column":7,"layer":"encoder.ff","suggestion":"use the same dim"}]}"""
                + "\n",
            Written(new JsonDiagnosticWriter(paths), full)
        );

    [Fact]
    public void Json_has_null_for_what_is_unknown() =>
        Assert.Equal(
            """{"formatVersion":1,"diagnostics":[{"code":"ND4001","severity":"warning","message":"100%\nsure","path":null,"line":null,"column":null,"layer":null,"suggestion":null}]}"""
                + "\n",
            Written(new JsonDiagnosticWriter(paths), bare)
        );

    [Fact]
    public void Json_without_diagnostics_is_still_json() =>
        Assert.Equal("""{"formatVersion":1,"diagnostics":[]}""" + "\n", Written(new JsonDiagnosticWriter(paths)));

    [Fact]
    public void Github_has_place_and_details_in_one_line() =>
        Assert.Equal(
            "::error file=models/a.cs,line=4,col=7,title=ND2001::these dims differ%0A/lib/b.cs(2,1): the other operand%0Ause the same dim\n",
            Written(new GithubDiagnosticWriter(paths), full)
        );

    [Fact]
    public void Github_escapes_percent_signs_and_line_ends() =>
        Assert.Equal("::warning title=ND4001::100%25%0Asure\n", Written(new GithubDiagnosticWriter(paths), bare));

    [Theory]
    [InlineData("/repo/a.cs", "a.cs")]
    [InlineData("/repository/a.cs", "/repository/a.cs")]
    [InlineData("/other/a.cs", "/other/a.cs")]
    [InlineData("a.cs", "a.cs")]
    public void Paths_below_the_current_folder_are_shown_relative_to_it(string path, string shown) =>
        Assert.Equal(shown, paths.Show(path));

    private static string Written(IDiagnosticWriter writer, params Diagnostic[] diagnostics)
    {
        using var text = new StringWriter { NewLine = "\n" };
        writer.Write(diagnostics, text);
        return text.ToString();
    }
}
