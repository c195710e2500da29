namespace NetDsl.Cli;

/// <summary>Brings the artefact to standard output.</summary>
internal static class StandardOutput
{
    /// <exception cref="ModelException">It cannot be written, for instance because the disk behind it is full.</exception>
    public static void Write(CliHost host, ReadOnlyMemory<byte> bytes)
    {
        // Outside the gate: a reader that does not read must not keep a signal from ending the process.
        host.Cancellation.ThrowIfCancellationRequested();
        try
        {
            host.Output.Write(bytes.Span);
            host.Output.Flush();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw WriteFailure.Of("standard output", error);
        }
    }
}
