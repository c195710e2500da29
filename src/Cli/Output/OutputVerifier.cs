namespace NetDsl.Cli;

/// <summary>Compares a file with what would be written to it.</summary>
internal sealed class OutputVerifier(CliHost host)
{
    /// <summary>Adds a diagnostic that says where the file differs.</summary>
    /// <returns>The exit code.</returns>
    public int Compare(string path, byte[] wanted, string refresh, Report report)
    {
        var fullPath = host.FullPath(path);
        if (!File.Exists(fullPath) && !Directory.Exists(fullPath))
        {
            report.Add(ToolDiagnostics.NothingToVerify(path, refresh));
            return ExitCode.Different;
        }

        var found = InputFile.Read(host, path);
        var same = found.AsSpan().CommonPrefixLength(wanted);
        if (same == wanted.Length && same == found.Length)
        {
            return ExitCode.Done;
        }

        var line = 1 + wanted.AsSpan(0, same).Count((byte)'\n');
        report.Add(ToolDiagnostics.OutOfDate(path, fullPath, line, refresh));
        return ExitCode.Different;
    }
}
