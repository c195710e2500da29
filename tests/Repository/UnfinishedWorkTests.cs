using System.Text.RegularExpressions;
using Xunit;

namespace NetDsl.Tests.Repository;

/// <summary>What is in the repository is finished; what is not is not in it.</summary>
public sealed class UnfinishedWorkTests
{
    // Written in two halves, so that this file does not find itself.
    [Theory]
    [InlineData("NotImplemented", "Exception")]
    [InlineData("TO", "DO")]
    [InlineData("FIX", "ME")]
    [InlineData("HA", "CK")]
    public void No_source_holds_a_mark_of_unfinished_work(string start, string end) =>
        Findings.None(LinesWith(new Regex($@"\b{start}{end}\b")));

    [Fact]
    public void Every_warning_switched_off_has_its_reason_on_the_same_line() =>
        Findings.None(LinesWith(new Regex(@"^\s*#pragma\s+warning\s+disable(?!.*//\s*\w)")));

    private static IEnumerable<string> LinesWith(Regex pattern) =>
        from path in RepositoryFiles.Sources("src", "tests")
        from line in File.ReadLines(RepositoryFiles.FullPath(path)).Index()
        where pattern.IsMatch(line.Item)
        select $"{path}({line.Index + 1}): {line.Item.Trim()}";
}
