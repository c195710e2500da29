using NetDsl.Cli;
using Xunit;

namespace NetDsl.Tests.Cli;

public sealed class ScriptDirectivesTests
{
    [Fact]
    public void Directives_are_found_among_comments_with_their_lines() =>
        Assert.Equal(
            [new ScriptDirective("package", "Other@1.0.0", 2), new ScriptDirective("property", "LangVersion=14", 6)],
            ScriptDirectives
                .Read(
                    "#!/usr/bin/env dotnet\n#:package Other@1.0.0\n\n// words\n/* more\nwords */ #:property  LangVersion=14 \nusing X;\n"
                )
                .ToArray()
        );

    [Fact]
    public void Directives_after_code_are_left_to_the_compiler() =>
        Assert.Empty(ScriptDirectives.Read("using X;\n#:package Other\n"));

    [Theory]
    [InlineData("#:package NetDsl@1.2.3")]
    [InlineData("#:package NetDsl")]
    [InlineData("#:property PublishAot=false")]
    [InlineData("#:property Nullable=disable")]
    [InlineData("#:property DefineConstants=$(DefineConstants);A")]
    [InlineData("#nullable enable")]
    public void Some_directives_need_no_SDK(string line) => Assert.Null(Plan(line).OnlySdk);

    [Theory]
    [InlineData("#:package NetDslExtras@1.2.3")]
    [InlineData("#:project ../missing")]
    [InlineData("#:project")]
    [InlineData("#:sdk Microsoft.NET.Sdk.Web")]
    [InlineData("#:include parts/*.cs")]
    [InlineData("#:property LangVersion=$(Other)")]
    [InlineData("#:property Broken")]
    public void Other_directives_need_the_SDK(string line) => Assert.Equal(line[2..], Text(Plan(line).OnlySdk!));

    [Theory]
    [InlineData("NetDsl.Cli.csproj", "<Project/>", true)]
    [InlineData("Tool.csproj", "<Project><AssemblyName>netdsl</AssemblyName></Project>", true)]
    [InlineData("Other.csproj", "<Project/>", false)]
    public void A_project_is_the_tool_by_its_name_or_that_of_its_assembly(string file, string text, bool isTool)
    {
        var folder = Directory.CreateTempSubdirectory("netdsl-test-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, file), text);

            Assert.Equal(isTool, ToolProject.Is(".", folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ScriptPlan Plan(string line) => ScriptPlan.Of(ScriptDirectives.Read(line), Path.GetTempPath());

    private static string Text(ScriptDirective directive) => $"{directive.Kind} {directive.Value}".TrimEnd();
}
