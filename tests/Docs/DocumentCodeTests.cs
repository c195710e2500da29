using NetDsl.Tests.Repository;
using Xunit;

namespace NetDsl.Tests.Docs;

/// <summary>What the documents show works, and is what the tool does today.</summary>
[Collection("Console")]
public sealed class DocumentCodeTests : DocsFixture
{
    private const string DotnetRun = "dotnet run --project src/Cli -c Release -- ";
    private const string Netdsl = "netdsl ";

    public static TheoryData<string> Models => Places(block => block.Language == "csharp");

    public static TheoryData<string> Configs => Places(block => block.Language == "python");

    public static TheoryData<string> Commands => Places(block => block.Language == "sh" && CommandsOf(block).Any());

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_model_in_a_document_is_emitted_without_complaint(string place)
    {
        var code = Run("emit", Write("model.cs", ProgramOf(Documents.At(place))), "--out-dir", "configs");

        Assert.Equal("", Error);
        Assert.Equal(0, code);
    }

    [Theory]
    [MemberData(nameof(Configs))]
    public void Every_config_in_a_document_is_what_the_program_before_it_emits(string place)
    {
        var config = Documents.At(place);
        var program = Documents.Blocks.Last(block =>
            block.File == config.File && block.IsProgram && block.Line < config.Line
        );

        Run("emit", Write("model.cs", program.Text));

        Assert.Equal(Output, config.Text);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_in_a_document_succeeds(string place) =>
        Findings.None(
            CommandsOf(Documents.At(place))
                .Where(arguments => Run(arguments.Split(' ')) != 0)
                .Select(arguments => $"{arguments}: {Error}")
        );

    private static IEnumerable<string> CommandsOf(CodeBlock block) =>
        from line in block.Text.Split('\n')
        from tool in new[] { DotnetRun, Netdsl }
        where line.StartsWith(tool, StringComparison.Ordinal)
        select line[tool.Length..];

    private static TheoryData<string> Places(Func<CodeBlock, bool> wanted) =>
        [.. Documents.Blocks.Where(wanted).Select(block => block.Place)];
}
