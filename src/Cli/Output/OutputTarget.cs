namespace NetDsl.Cli;

/// <summary>Where an output path leads.</summary>
/// <param name="FullPath">The file itself, links followed.</param>
/// <param name="Folder">The folder it is in.</param>
/// <param name="Mode">The permissions of the file that is there.</param>
/// <param name="Stream">A device or pipe, open: bytes are written to it, and it is never replaced. Null for a file.</param>
internal sealed record OutputTarget(string FullPath, string Folder, UnixFileMode? Mode, Stream? Stream) : IDisposable
{
    private const UnixFileMode AnyWrite = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Follows links and looks whether the target can be written.</summary>
    /// <param name="fullPath">Where.</param>
    /// <param name="shown">The same as the user wrote it.</param>
    /// <exception cref="ModelException">The folder is missing, or the target is a folder or read-only.</exception>
    public static OutputTarget Resolve(string fullPath, string shown)
    {
        if (Directory.Exists(fullPath) || Path.EndsInDirectorySeparator(fullPath))
        {
            throw ToolDiagnostics.OutputIsFolder(shown).ToException();
        }

        // In /dev and /proc links have targets that are no paths, such as pipe:[7].
        var target = IsOfSystem(fullPath) ? fullPath : FollowLinks(fullPath);
        if (IsOfSystem(target))
        {
            return new OutputTarget(fullPath, "", null, Open(fullPath));
        }

        var folder = Path.GetDirectoryName(target)!;
        if (!Directory.Exists(folder))
        {
            var shownFolder = target == fullPath ? Path.GetDirectoryName(shown) : folder;
            throw ToolDiagnostics
                .OutputFolderMissing(shown, shownFolder is { Length: > 0 } ? shownFolder : folder)
                .ToException();
        }

        if (!File.Exists(target))
        {
            return new OutputTarget(target, folder, null, Stream: null);
        }

        UnixFileMode? mode = OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(target);
        if ((mode & AnyWrite) == UnixFileMode.None || File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly))
        {
            // Renaming would replace it all the same; who made it read-only meant something by it.
            throw ToolDiagnostics.OutputNotWritable(shown, "it is read-only").ToException();
        }

        // Opened once: the reader of a pipe would take a second time for the end of the first.
        var stream = Open(target);
        if (!stream.CanSeek)
        {
            return new OutputTarget(target, folder, mode, stream);
        }

        stream.Dispose();
        return new OutputTarget(target, folder, mode, Stream: null);
    }

    public void Dispose() => Stream?.Dispose();

    private static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

    private static string FollowLinks(string path) =>
        new FileInfo(path) is { LinkTarget: not null } link
            ? link.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path
            : path;

    private static bool IsOfSystem(string path) =>
        !OperatingSystem.IsWindows()
        && (
            path.StartsWith("/proc/", StringComparison.Ordinal)
            || (
                path.StartsWith("/dev/", StringComparison.Ordinal)
                && !path.StartsWith("/dev/shm/", StringComparison.Ordinal)
            )
        );
}
