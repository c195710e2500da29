namespace NetDsl.Emit;

/// <summary>
/// From the text of a config to its values, the inverse of <see cref="ConfigWriter"/>. Python is never started: what is not data
/// stays text.
/// </summary>
internal static class ConfigReader
{
    private const char ByteOrderMark = '\ufeff';

    /// <summary>
    /// Reads a config in the format that RETURNN would take it for (contract 1.1). A Python config is read as far as possible
    /// also if it has errors; null if nothing can be read.
    /// </summary>
    /// <param name="text">The whole file.</param>
    /// <param name="path">Where it comes from; its end decides on the format, too.</param>
    /// <param name="diagnostics">Errors and warnings are added here.</param>
    public static ImportedConfig? Read(string text, string path, ICollection<Diagnostic> diagnostics)
    {
        var source = new ImportSource(text, path);
        if (text.StartsWith(ByteOrderMark))
        {
            diagnostics.Add(ImportDiagnostics.ByteOrderMark(source.At(0)));
            return null;
        }

        if (text.Length > ImportLimits.LongestText)
        {
            diagnostics.Add(ImportDiagnostics.TextTooLong(new(path, 1), text.Length));
            return null;
        }

        var start = FirstChar(text);
        var begin = text.AsSpan(start);
        if (begin.StartsWith("#!") || path.EndsWith(".py", StringComparison.Ordinal))
        {
            return PythonConfigReader.Read(source, start, diagnostics);
        }

        if (begin.StartsWith('{'))
        {
            return JsonConfigReader.Read(source, start, diagnostics);
        }

        diagnostics.Add(ImportDiagnostics.NoFormat(source.At(start), begin.StartsWith('/')));
        return null;
    }

    /// <summary>The name of a config: that of its file.</summary>
    public static string NameOf(string path)
    {
        var name = path[(path.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
        var dot = name.LastIndexOf('.');
        return dot > 0 ? name[..dot] : name;
    }

    // What RETURNN strips: blanks of Unicode, and the separators that Python counts among them.
    private static int FirstChar(string text)
    {
        var start = 0;
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || text[start] is >= '\x1c' and <= '\x1f'))
        {
            start++;
        }

        return start;
    }
}
