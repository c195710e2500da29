using NetDsl.Cli;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
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

    [Fact]
    public void Sarif_has_a_result_with_place_level_and_layer() =>
        Assert.Equal(
            """{"ruleId":"ND2001","ruleIndex":0,"level":"error","message":{"text":"these dims differ\nuse the same dim"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"models/a.cs"},"region":{"startLine":4,"startColumn":7}},"logicalLocations":[{"fullyQualifiedName":"encoder.ff"}]}],"relatedLocations":[{"physicalLocation":{"artifactLocation":{"uri":"file:///lib/b.cs"},"region":{"startLine":2,"startColumn":1}},"message":{"text":"the other operand"}}]}""",
            Sarif(full)["results"]![0]!.ToString(Formatting.None)
        );

    [Fact]
    public void Sarif_of_a_finding_without_a_place_has_no_location() =>
        Assert.Equal(
            """{"ruleId":"ND4001","ruleIndex":0,"level":"warning","message":{"text":"100%\nsure"}}""",
            Sarif(bare)["results"]![0]!.ToString(Formatting.None)
        );

    [Fact]
    public void Sarif_has_each_code_once_as_a_rule_in_order() =>
        Assert.Equal(
            ["ND2001", "ND4001"],
            Sarif(bare, full, bare)["tool"]!["driver"]!["rules"]!.Select(rule => (string?)rule["id"])
        );

    [Fact]
    public void Sarif_points_from_results_to_rules() =>
        Assert.Equal([1, 0, 1], Sarif(bare, full, bare)["results"]!.Select(result => (int)result["ruleIndex"]!));

    [Fact]
    public void Sarif_rules_have_title_and_help()
    {
        var rule = Sarif(full)["tool"]!["driver"]!["rules"]![0]!;

        Assert.Equal(
            DiagnosticTexts.Find("ND2001"),
            $"# ND2001: {rule["shortDescription"]!["text"]}\n\n{rule["help"]!["markdown"]}\n"
        );
    }

    [Fact]
    public void Sarif_rules_of_the_compiler_have_an_id_alone() =>
        Assert.Equal(
            """{"id":"CS0219"}""",
            Sarif(new Diagnostic("CS0219", Severity.Warning, "m"))["tool"]!["driver"]!["rules"]![0]!.ToString(
                Formatting.None
            )
        );

    [Fact]
    public void Sarif_names_version_and_tool() =>
        Assert.StartsWith(
            $$$"""{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{"name":"netdsl","version":"{{{VersionAction.ToolVersion}}}","rules":[]}},"columnKind":"utf16CodeUnits","results":[]}]}""",
            Written(new SarifDiagnosticWriter(paths)),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("/repo/a b/ü#.cs", "a%20b/%C3%BC%23.cs")]
    [InlineData("/other/a b.cs", "file:///other/a%20b.cs")]
    [InlineData("a:b.cs", "a%3Ab.cs")]
    public void Paths_become_URIs(string path, string uri) => Assert.Equal(uri, paths.ToUri(path));

    [Theory]
    [InlineData("/repo/a.cs", "a.cs")]
    [InlineData("/repository/a.cs", "/repository/a.cs")]
    [InlineData("/other/a.cs", "/other/a.cs")]
    [InlineData("a.cs", "a.cs")]
    public void Paths_below_the_current_folder_are_shown_relative_to_it(string path, string shown) =>
        Assert.Equal(shown, paths.Show(path));

    private static JToken Sarif(params Diagnostic[] diagnostics) =>
        JObject.Parse(Written(new SarifDiagnosticWriter(paths), diagnostics))["runs"]![0]!;

    private static string Written(IDiagnosticWriter writer, params Diagnostic[] diagnostics)
    {
        using var text = new StringWriter { NewLine = "\n" };
        writer.Write(diagnostics, text);
        return text.ToString();
    }
}
