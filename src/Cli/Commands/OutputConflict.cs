namespace NetDsl.Cli;

/// <summary>Finds outputs that would overwrite what the same command reads or writes.</summary>
internal static class OutputConflict
{
    /// <summary>The first conflict, or null.</summary>
    public static Diagnostic? Find(CliHost host, VerbFiles files, GlobalSettings globals)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var input in files.Inputs.Append(globals.SettingsFile).OfType<string>())
        {
            taken.Add(RealPath.Of(host.FullPath(input)));
        }

        var outputs = files.Outputs.Append(globals.DiagnosticsFile);
        return
            outputs.OfType<string>().FirstOrDefault(output => !taken.Add(RealPath.Of(host.FullPath(output))))
                is { } output
            ? ToolDiagnostics.OutputIsInput(output)
            : null;
    }
}
