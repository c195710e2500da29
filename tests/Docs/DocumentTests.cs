using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using NetDsl.Cli;
using NetDsl.Emit;
using NetDsl.Layers;
using NetDsl.Tests.Cli;
using NetDsl.Tests.Repository;
using Xunit;

namespace NetDsl.Tests.Docs;

/// <summary>What the documents name is there, and what users can choose is named.</summary>
[Collection("Console")]
public sealed partial class DocumentTests : CliFixture
{
    private static readonly string[] languages = ["csharp", "python", "sh", "text"];

    [Fact]
    public void Every_link_into_the_repository_leads_to_a_file() =>
        Findings.None(
            from file in Documents.Files
            from link in Documents.Links(file)
            let target = Path.Combine(Path.GetDirectoryName(file)!, link)
            where !File.Exists(RepositoryFiles.FullPath(target))
            select $"{file}: {link}"
        );

    [Fact]
    public void Every_block_says_a_language_that_tests_know() =>
        Findings.None(
            Documents
                .Blocks.Where(block => !languages.Contains(block.Language))
                .Select(block => $"{block.Place}: {block.Language}")
        );

    [Fact]
    public void The_options_in_the_README_are_those_of_emit()
    {
        Run("emit", "--help");

        Assert.Equal(
            LongOption().Matches(string.Join('\n', LinesOf(Output, "  -"))).Select(match => match.Value).Order(),
            LongOption().Matches(string.Join('\n', LinesOf(Readme(), "| `-"))).Select(match => match.Value).Order()
        );
    }

    [Fact]
    public void The_exit_codes_in_the_README_are_those_of_the_tool() =>
        Assert.Equal(
            typeof(ExitCode)
                .GetFields(BindingFlags.Static | BindingFlags.Public)
                .Select(field => (int)field.GetRawConstantValue()!)
                .Order(),
            ExitCodeRow().Matches(Readme()).Select(row => int.Parse(row.Groups[1].Value, CultureInfo.InvariantCulture))
        );

    [Fact]
    public void The_README_names_every_rule() =>
        Findings.None(ConfigEmitter.RuleNames.Where(rule => !Readme().Contains($"`{rule}`", StringComparison.Ordinal)));

    [Fact]
    public void The_page_of_modules_names_every_module() =>
        Findings.None(
            typeof(Linear)
                .Assembly.GetExportedTypes()
                .Where(type => type.IsSubclassOf(typeof(Module)))
                .Select(type => type.Name)
                .Where(name => !Documents.Read("docs/modules.md").Contains($"## `{name}`", StringComparison.Ordinal))
        );

    [Fact]
    public void Every_diagnostic_code_in_a_document_exists()
    {
        var sources = string.Concat(
            RepositoryFiles.Sources("src").Select(path => File.ReadAllText(RepositoryFiles.FullPath(path)))
        );

        Findings.None(
            from file in Documents.Files
            from code in Code().Matches(Documents.Read(file)).Select(match => match.Value)
            where !sources.Contains($"\"{code}\"", StringComparison.Ordinal)
            select $"{file}: {code}"
        );
    }

    [Fact]
    public void Every_type_that_the_architecture_lists_exists()
    {
        Assembly[] assemblies =
        [
            typeof(Net).Assembly,
            typeof(Linear).Assembly,
            typeof(Config).Assembly,
            typeof(NetDsl.Reference.NetVerifier).Assembly,
            typeof(CliHost).Assembly,
        ];
        var types = assemblies.SelectMany(assembly => assembly.GetTypes()).Select(type => type.Name).ToHashSet();
        var listed = LinesOf(Documents.Read("docs/architecture.md"), "- `").Select(line => line.Split(':')[0]);

        Findings.None(listed.SelectMany(item => Word().Matches(item)).Select(word => word.Value).Except(types));
    }

    [Fact]
    public void The_architecture_tells_of_every_folder_of_the_source() =>
        Assert.Equal(
            RepositoryFiles.Sources("src").Select(path => path.Split('/')[1]).Distinct().Order(),
            FolderHeading()
                .Matches(Documents.Read("docs/architecture.md"))
                .Select(heading => heading.Groups[1].Value)
                .Order()
        );

    [Fact]
    public void A_block_without_an_end_is_an_error() =>
        Assert.Equal(
            "a.md(3): the block has no end.",
            Assert.Throws<InvalidOperationException>(() => Documents.BlocksOf("a.md", "text\n```sh\nls\n")).Message
        );

    private static string Readme() => Documents.Read("README.md");

    private static IEnumerable<string> LinesOf(string text, string start) =>
        text.Split('\n').Where(line => line.StartsWith(start, StringComparison.Ordinal));

    [GeneratedRegex(@"(?<=[\s`])--[a-z-]+")]
    private static partial Regex LongOption();

    [GeneratedRegex(@"^\| (\d+) \|", RegexOptions.Multiline)]
    private static partial Regex ExitCodeRow();

    [GeneratedRegex(@"\bND[0-9]{4}\b")]
    private static partial Regex Code();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^## `src/(\w+)`", RegexOptions.Multiline)]
    private static partial Regex FolderHeading();
}
