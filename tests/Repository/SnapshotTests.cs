using Xunit;

namespace NetDsl.Tests.Repository;

public sealed class SnapshotTests
{
    [Fact]
    public void Every_snapshot_belongs_to_a_test() =>
        Findings.None(Snapshots().Where(name => SnapshotName.FindTest(name) is null));

    [Fact]
    public void No_received_file_is_tracked() =>
        Findings.None(RepositoryFiles.Tracked.Where(path => path.Contains(".received.", StringComparison.Ordinal)));

    [Fact]
    public void Snapshots_have_no_CR() => Findings.None(SnapshotsWith(bytes => bytes.Contains((byte)'\r')));

    [Fact]
    public void Snapshots_are_ASCII_without_a_byte_order_mark() =>
        Findings.None(SnapshotsWith(bytes => bytes.Any(value => value > 127)));

    [Fact]
    public void Snapshots_end_in_one_newline() =>
        Findings.None(SnapshotsWith(bytes => bytes is not [.., not (byte)'\n', (byte)'\n']));

    [Fact]
    public void No_two_test_classes_share_a_name_as_snapshots_are_named_after_them() =>
        Findings.None(
            TestMethods
                .Classes()
                .GroupBy(type => type.Name)
                .Where(types => types.Count() > 1)
                .Select(types => types.Key)
        );

    private static IEnumerable<string> SnapshotsWith(Func<byte[], bool> problem) =>
        Snapshots().Where(name => problem(File.ReadAllBytes(RepositoryFiles.FullPath("snapshots", name))));

    private static IEnumerable<string> Snapshots()
    {
        var folder = RepositoryFiles.FullPath("snapshots");
        return Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(path => path.Contains(".verified.", StringComparison.Ordinal))
                .Select(path => Path.GetRelativePath(folder, path))
            : [];
    }
}
