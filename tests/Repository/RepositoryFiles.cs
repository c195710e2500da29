using System.Diagnostics;

namespace NetDsl.Tests.Repository;

/// <summary>The working tree that the tests were built from, and what git tracks of it.</summary>
internal static class RepositoryFiles
{
    private static readonly Lazy<IReadOnlyList<string>> tracked = new(ListTracked);

    public static string Root { get; } = FindRoot();

    /// <summary>Paths below the root, with slashes, of the tracked files that are still there.</summary>
    public static IReadOnlyList<string> Tracked => tracked.Value;

    public static string FullPath(params string[] parts) => Path.Combine([Root, .. parts]);

    public static IEnumerable<string> Sources(params string[] folders) =>
        Tracked.Where(path =>
            path.EndsWith(".cs", StringComparison.Ordinal)
            && folders.Any(folder => path.StartsWith(folder + "/", StringComparison.Ordinal))
        );

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "NetDsl.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No NetDsl.sln above {AppContext.BaseDirectory}.");
    }

    private static List<string> ListTracked()
    {
        // A clone may belong to another user than the one who tests it: git would refuse to list it.
        var start = new ProcessStartInfo("git", ["-c", "safe.directory=*", "ls-files", "-z"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git did not start.");
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        if (git.ExitCode != 0)
        {
            throw new InvalidOperationException($"git ls-files ended with {git.ExitCode} in {Root}.");
        }

        return [.. output.Split('\0').Where(path => path.Length > 0 && File.Exists(FullPath(path)))];
    }
}
