namespace NetDsl.Emit;

/// <summary>
/// From a config as data to the text of a file. The gate looks at everything first: a config with an error gives all its
/// diagnostics and no text, never half a file.
/// </summary>
internal static class ConfigWriter
{
    /// <summary>The text of the file, or nothing if errors were added to <paramref name="diagnostics"/>.</summary>
    public static string Write(Config config, WriteOptions options, ICollection<Diagnostic> diagnostics)
    {
        var found = new List<Diagnostic>();
        var dims = WritingGate.Check(config, options, found);
        var text = found.Count > 0 ? "" : Spell(config, options, dims, found);
        foreach (var diagnostic in found)
        {
            diagnostics.Add(diagnostic);
        }

        return found.Count > 0 ? "" : text;
    }

    private static string Spell(Config config, WriteOptions options, DimTable dims, List<Diagnostic> found) =>
        options.Format switch
        {
            ConfigFormat.Python when options.Template is { } template => PythonFrame.Render(
                template,
                options.TemplatePath ?? "template",
                PythonWriter.WriteBlocks(config, dims, options.Header),
                found
            ),
            ConfigFormat.Python => PythonWriter.Write(config, dims, options.Header),
            ConfigFormat.Json => JsonWriter.Write(config),
            _ => throw new InvalidOperationException($"No writer for {options.Format}."),
        };
}
