namespace NetDsl.Cli;

/// <summary>
/// Writes files whole or not at all: a temporary file beside the target takes its place when it is complete and on disk.
/// Whatever ends the work before, the old file is as it was.
/// </summary>
internal sealed class AtomicFile(CliHost host)
{
    /// <summary>Replaces or creates a file.</summary>
    /// <param name="path">As the user wrote it; a link is followed and stays a link.</param>
    /// <param name="bytes">All of it.</param>
    /// <param name="isDurable">Whether it must outlive a crash of the whole machine; for thousands of files that costs too much.</param>
    /// <exception cref="ModelException">It cannot be written, with the reason.</exception>
    public void Write(string path, ReadOnlyMemory<byte> bytes, bool isDurable = true)
    {
        try
        {
            var target = OutputTarget.Resolve(host.FullPath(path), path);
            if (target.IsStream)
            {
                // Outside the gate: a pipe that nobody reads must not keep a signal from ending the process.
                WriteThrough(target.FullPath, bytes);
                return;
            }

            lock (host.WriteGate)
            {
                host.Cancellation.ThrowIfCancellationRequested();
                Replace(target, bytes, isDurable);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw ToolDiagnostics.OutputNotWritable(path, error.Message).ToException();
        }
    }

    private void Replace(OutputTarget target, ReadOnlyMemory<byte> bytes, bool isDurable)
    {
        var temporary = Path.Combine(target.Folder, $".netdsl-{Path.GetRandomFileName()}.tmp");
        var created = false;
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                created = true;
                if (target.Mode is { } mode && !OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(stream.SafeFileHandle, mode);
                }

                stream.Write(bytes.Span);
                stream.Flush(flushToDisk: isDurable);
            }

            host.BeforeReplace(temporary);
            host.Cancellation.ThrowIfCancellationRequested();
            File.Move(temporary, target.FullPath, overwrite: true);
            created = false;
        }
        finally
        {
            if (created)
            {
                File.Delete(temporary);
            }
        }
    }

    private static void WriteThrough(string device, ReadOnlyMemory<byte> bytes)
    {
        using var stream = new FileStream(device, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        stream.Write(bytes.Span);
    }
}
