namespace NetDsl.Cli;

/// <summary>Finds outputs that would overwrite what the same command reads or writes.</summary>
internal static class OutputConflict
{
    /// <summary>The first conflict, or null.</summary>
    public static Diagnostic? Find(CliHost host, GlobalSettings globals, EmitSettings emit)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        string?[] inputs = [emit.Model, emit.Template, emit.Verify ? emit.Output : null];
        foreach (var input in inputs.OfType<string>())
        {
            taken.Add(host.FullPath(input));
        }

        string?[] outputs = [emit.Verify ? null : emit.Output, globals.DiagnosticsFile];
        return outputs.OfType<string>().FirstOrDefault(output => !taken.Add(host.FullPath(output))) is { } output
            ? ToolDiagnostics.OutputIsInput(output)
            : null;
    }
}
