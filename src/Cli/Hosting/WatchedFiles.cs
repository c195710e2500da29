namespace NetDsl.Cli;

/// <summary>
/// The files that a model is made of, and whether somebody changed them. It looks again and again instead of being told: editors
/// replace files in many ways, and network drives tell nobody.
/// </summary>
/// <param name="host">The world.</param>
/// <param name="model">The MODEL argument.</param>
internal sealed class WatchedFiles(CliHost host, string model)
{
    private static readonly TimeSpan pace = TimeSpan.FromMilliseconds(150);
    private static readonly string[] ofProjects = [".cs", ".csproj", ".props", ".targets"];

    /// <summary>What the files look like now.</summary>
    public Dictionary<string, (DateTime Written, long Length)> Look()
    {
        var seen = new Dictionary<string, (DateTime, long)>(StringComparer.Ordinal);
        foreach (var path in Paths())
        {
            var file = new FileInfo(path);
            seen[path] = file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
        }

        return seen;
    }

    /// <summary>Waits until the files differ from what they were, and an editor is done with them.</summary>
    /// <exception cref="OperationCanceledException">The user has enough.</exception>
    public void WaitForChange(Dictionary<string, (DateTime Written, long Length)> before)
    {
        var last = before;
        while (true)
        {
            host.Cancellation.WaitHandle.WaitOne(pace);
            host.Cancellation.ThrowIfCancellationRequested();
            var now = Look();
            if (!AreSame(now, before) && AreSame(now, last))
            {
                return;
            }

            last = now;
        }
    }

    private static bool AreSame(
        Dictionary<string, (DateTime Written, long Length)> left,
        Dictionary<string, (DateTime Written, long Length)> right
    ) =>
        left.Count == right.Count
        && left.All(file => right.TryGetValue(file.Key, out var other) && other == file.Value);

    private IEnumerable<string> Paths()
    {
        var path = host.FullPath(model);
        if (Directory.Exists(path))
        {
            return OfFolder(path);
        }

        return Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".CSPROJ" => OfFolder(Path.GetDirectoryName(path)!),
            ".CS" => OfScript(path),
            _ => [path],
        };
    }

    private IEnumerable<string> OfScript(string path)
    {
        try
        {
            return [path, .. ScriptSource.Read(host, path).Included.Select(file => file.FullPath)];
        }
        catch (ModelException)
        {
            // It is being written, or names a file that is not there yet.
            return [path];
        }
    }

    private static IEnumerable<string> OfFolder(string folder) =>
        Directory
            .EnumerateFiles(
                folder,
                "*",
                new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }
            )
            .Where(file => ofProjects.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(IsOfBuild));

    private static bool IsOfBuild(string part) => part is "bin" or "obj" or ".git";
}
