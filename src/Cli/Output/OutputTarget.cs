namespace NetDsl.Cli;

/// <summary>Where an output path leads.</summary>
/// <param name="FullPath">The file itself, links followed.</param>
/// <param name="Folder">The folder it is in.</param>
/// <param name="Mode">The permissions of the file that is there.</param>
/// <param name="IsStream">A device or pipe: bytes are written to it, and it is never replaced.</param>
internal sealed record OutputTarget(string FullPath, string Folder, UnixFileMode? Mode, bool IsStream)
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
            return new OutputTarget(fullPath, "", null, IsStream: true);
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
            return new OutputTarget(target, folder, null, IsStream: false);
        }

        UnixFileMode? mode = OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(target);
        if ((mode & AnyWrite) == UnixFileMode.None || File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly))
        {
            // Renaming would replace it all the same; who made it read-only meant something by it.
            throw ToolDiagnostics.OutputNotWritable(shown, "it is read-only").ToException();
        }

        using var probe = new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        return new OutputTarget(target, folder, mode, IsStream: !probe.CanSeek);
    }

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
