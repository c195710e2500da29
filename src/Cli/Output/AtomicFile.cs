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
    /// <param name="isOneOfMany">
    /// Whether it is one of thousands: then it need not outlive a crash of the whole machine, and nobody looks for what killed
    /// processes left beside it, for that costs too much.
    /// </param>
    /// <exception cref="ModelException">It cannot be written, with the reason.</exception>
    public void Write(string path, ReadOnlyMemory<byte> bytes, bool isOneOfMany = false)
    {
        try
        {
            using var target = OutputTarget.Resolve(host.FullPath(path), path);
            if (target.Stream is { } stream)
            {
                // Outside the gate: a pipe that nobody reads must not keep a signal from ending the process.
                stream.Write(bytes.Span);
                return;
            }

            lock (host.WriteGate)
            {
                host.Cancellation.ThrowIfCancellationRequested();
                Replace(target, bytes, isOneOfMany);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw WriteFailure.Of(path, error);
        }
    }

    private void Replace(OutputTarget target, ReadOnlyMemory<byte> bytes, bool isOneOfMany)
    {
        using var file = TemporaryFile.Create(target.Folder);
        if (!isOneOfMany)
        {
            // First of all: what is left behind may be what fills the disk.
            file.RemoveAbandoned();
        }

        file.Write(bytes.Span, target.Mode, isDurable: !isOneOfMany);
        host.BeforeReplace(file.FullPath);
        host.Cancellation.ThrowIfCancellationRequested();
        file.Replace(target.FullPath);
    }
}
