namespace NetDsl.Cli;

/// <summary>Files that people go on writing themselves: one that is there is not replaced unless they say so.</summary>
internal sealed class NewFile(CliHost host, GlobalSettings globals)
{
    /// <summary>Writes a new file, or to standard output.</summary>
    /// <param name="path">As the user wrote it; null for standard output.</param>
    /// <param name="bytes">All of it.</param>
    /// <param name="force">Whether a file that is there may be replaced.</param>
    /// <exception cref="ModelException">It is there, or cannot be written.</exception>
    public void Write(string? path, ReadOnlyMemory<byte> bytes, bool force)
    {
        if (path is null)
        {
            StandardOutput.Write(host, bytes);
            return;
        }

        RejectExisting(path, force);
        new AtomicFile(host).Write(path, bytes);
        if (globals.Verbose)
        {
            host.Error.WriteLine($"netdsl: wrote {path}");
        }
    }

    /// <exception cref="ModelException">The file is there.</exception>
    public void RejectExisting(string path, bool force)
    {
        if (!force && File.Exists(host.FullPath(path)))
        {
            throw ToolDiagnostics.FileExists(path).ToException();
        }
    }
}
