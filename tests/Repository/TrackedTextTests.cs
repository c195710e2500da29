using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace NetDsl.Tests.Repository;

/// <summary>The same bytes on every machine, and nothing of the machine they were written on.</summary>
public sealed class TrackedTextTests
{
    // The folders stand apart from their slashes, so that this file does not find itself.
    private static readonly Regex machinePath = new(@"(?<![\w.~*-])(/(work|root|home|Users)/\w|[A-Z]:\\Users\\)");

    [Fact]
    public void Tracked_text_ends_its_lines_in_LF() =>
        Findings.None(
            Texts().Where(file => file.Text.Contains('\r', StringComparison.Ordinal)).Select(file => file.Path)
        );

    [Fact]
    public void Tracked_text_names_no_folder_of_a_machine() =>
        Findings.None(
            Texts().SelectMany(file => machinePath.Matches(file.Text).Select(match => $"{file.Path}: {match.Value}"))
        );

    private static IEnumerable<(string Path, string Text)> Texts() =>
        RepositoryFiles
            .Tracked.Select(path => (path, Text: File.ReadAllText(RepositoryFiles.FullPath(path), Encoding.Latin1)))
            .Where(file => !file.Text.Contains('\0', StringComparison.Ordinal));
}
