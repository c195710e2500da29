using NetDsl.Tests.Repository;
using Xunit;

namespace NetDsl.Tests.Docs;

/// <summary>A page that tests write: it is accepted as snapshots are.</summary>
internal static class GeneratedPage
{
    /// <summary>Fails if the page in the repository is another, and writes it if snapshots are accepted.</summary>
    /// <param name="file">From the root of the repository.</param>
    /// <param name="text">As it has to be.</param>
    public static void Check(string file, string text)
    {
        var path = RepositoryFiles.FullPath(file);
        if (File.Exists(path) && File.ReadAllText(path) == text)
        {
            return;
        }

        if (!SnapshotFolder.OfRepository.Accepts)
        {
            Assert.Fail($"{file} is not what is generated; run scripts/update-snapshots.sh and look at it.");
        }

        File.WriteAllText(path, text);
        Assert.Fail($"Accepted: {file}. Look at it (git diff) and run the tests again.");
    }
}
