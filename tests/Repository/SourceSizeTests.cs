using Xunit;

namespace NetDsl.Tests.Repository;

/// <summary>Files stay small enough to be read in one go.</summary>
public sealed class SourceSizeTests
{
    private const int MostLines = 450;
    private const int MostLinesOfTheMedian = 110;

    /// <summary>Files that may be longer, each with its reason.</summary>
    private static readonly Dictionary<string, string> exemptions = [];

    [Fact]
    public void No_source_file_is_too_long() =>
        Findings.None(
            Lines()
                .Where(file => file.Lines > MostLines && !exemptions.ContainsKey(file.Path))
                .Select(file => $"{file.Path}: {file.Lines} lines")
        );

    [Fact]
    public void Every_file_that_may_be_long_is_long() =>
        Findings.None(exemptions.Keys.Except(Lines().Where(file => file.Lines > MostLines).Select(file => file.Path)));

    [Fact]
    public void Most_source_files_are_short()
    {
        var lengths = Lines().Select(file => file.Lines).Order().ToList();

        Assert.InRange(lengths[lengths.Count / 2], 1, MostLinesOfTheMedian - 1);
    }

    private static IEnumerable<(string Path, int Lines)> Lines() =>
        RepositoryFiles.Sources("src").Select(path => (path, File.ReadLines(RepositoryFiles.FullPath(path)).Count()));
}
