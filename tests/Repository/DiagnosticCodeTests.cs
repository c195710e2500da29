using System.Text.RegularExpressions;
using Xunit;

namespace NetDsl.Tests.Repository;

/// <summary>Every diagnostic can be explained and is tested, and nothing is explained that cannot happen.</summary>
public sealed partial class DiagnosticCodeTests
{
    [Fact]
    public void Every_code_has_a_text_that_explains_it() => Findings.None(UsedCodes().Except(ExplainedCodes()));

    [Fact]
    public void Every_text_explains_a_code_in_use() => Findings.None(ExplainedCodes().Except(UsedCodes()));

    [Fact]
    public void Every_code_is_named_in_a_test() => Findings.None(UsedCodes().Except(CodesIn("tests", AnyCode())));

    [Fact]
    public void Every_text_starts_with_its_code_and_title() =>
        Findings.None(
            ExplainedCodes()
                .Where(code => !(DiagnosticTexts.Find(code) ?? "").StartsWith($"# {code}: ", StringComparison.Ordinal))
        );

    private static HashSet<string> UsedCodes() => CodesIn("src", QuotedCode());

    private static HashSet<string> ExplainedCodes()
    {
        var folder = RepositoryFiles.FullPath("src", "Dsl", "Diagnostics", "Explain");
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileNameWithoutExtension(path))]
            : [];
    }

    private static HashSet<string> CodesIn(string folder, Regex pattern) =>
        [
            .. RepositoryFiles
                .Sources(folder)
                .SelectMany(path => pattern.Matches(File.ReadAllText(RepositoryFiles.FullPath(path))))
                .Select(match => match.Groups[1].Value),
        ];

    [GeneratedRegex("\"(ND[0-9]{4})\"")]
    private static partial Regex QuotedCode();

    [GeneratedRegex(@"\b(ND[0-9]{4})\b")]
    private static partial Regex AnyCode();
}
