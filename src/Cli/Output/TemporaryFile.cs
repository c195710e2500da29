namespace NetDsl.Cli;

/// <summary>
/// A file beside its target that takes the target's place when it is complete: the target is the old file or the new one, never a
/// part of one. It is locked while its process lives, so that what a killed one left behind can be told from what is being written.
/// </summary>
internal sealed class TemporaryFile : IDisposable
{
    private const string Pattern = ".netdsl-*.tmp";

    private readonly FileStream stream;
    private bool isPlaced;

    private TemporaryFile(FileStream stream, string path) => (this.stream, FullPath) = (stream, path);

    public string FullPath { get; }

    /// <summary>An empty one of a name that nobody has.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
    public static TemporaryFile Create(string folder)
    {
        // Named as such only when it is locked: before, others would take it for one left behind.
        var path = Path.Combine(folder, $".netdsl-{Path.GetRandomFileName()}");
        var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, Ours, bufferSize: 0);
        var file = new TemporaryFile(stream, path + ".tmp");
        File.Move(path, file.FullPath);
        return file;
    }

    /// <summary>Writes all of it.</summary>
    /// <param name="bytes">All of it.</param>
    /// <param name="mode">Its permissions; null for the usual ones.</param>
    /// <param name="isDurable">Whether it must outlive a crash of the whole machine.</param>
    public void Write(ReadOnlySpan<byte> bytes, UnixFileMode? mode, bool isDurable)
    {
        if (mode is { } permissions && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(stream.SafeFileHandle, permissions);
        }

        stream.Write(bytes);
        stream.Flush(flushToDisk: isDurable);
    }

    /// <summary>Takes the target's place.</summary>
    public void Replace(string target)
    {
        File.Move(FullPath, target, overwrite: true);
        isPlaced = true;
    }

    /// <summary>
    /// Removes the temporary files beside this one that nobody holds. Where locks do not work, as on some file systems of a
    /// network, this one looks like one of those: then nothing is removed.
    /// </summary>
    public void RemoveAbandoned()
    {
        if (!IsHeld(FullPath, remove: false))
        {
            return;
        }

        try
        {
            foreach (var path in Directory.EnumerateFiles(Path.GetDirectoryName(FullPath)!, Pattern))
            {
                _ = IsHeld(path, remove: true);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A folder that can be written to but not listed: nothing is known of what is left there.
        }
    }

    public void Dispose()
    {
        if (!isPlaced)
        {
            File.Delete(FullPath);
        }

        stream.Dispose();
    }

    // Windows renames an open file only if it is shared for deletion; elsewhere sharing with nobody is the lock.
    private static FileShare Ours => OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;

    private static bool IsHeld(string path, bool remove)
    {
        try
        {
            using var probe = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, Ours, bufferSize: 0);
            if (remove)
            {
                File.Delete(path);
            }

            return false;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
