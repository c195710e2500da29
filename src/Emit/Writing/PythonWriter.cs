using System.Text;

namespace NetDsl.Emit;

/// <summary>Writes a config as the blocks of a Python file. The config has passed the <see cref="WritingGate"/>.</summary>
internal static class PythonWriter
{
    private const int LongestModelName = 60;

    /// <summary>All blocks, with the dims declared just ahead of the first key that needs one.</summary>
    public static PythonBlocks Write(Config config, DimTable dims, bool header)
    {
        var names = DimNames.Of(dims.Declared, config.Entries.Select(entry => entry.Key));
        var firstWithDims = dims.FirstEntry ?? config.Entries.Length;
        var model = CommentName(config.Name);
        return new(
            Model: model,
            Header: header ? $"# Written by NetDsl from the model {model}: change the model, not this file.\n" : "",
            Imports: PythonImports.Lines(dims),
            Settings: WriteEntries(config.Entries.AsSpan(..firstWithDims), names),
            Dims: DimDeclarations.Write(dims, names),
            Body: WriteEntries(config.Entries.AsSpan(firstWithDims..), names)
        );
    }

    private static string WriteEntries(ReadOnlySpan<KeyValuePair<string, OptionValue>> entries, DimNames names)
    {
        var text = new StringBuilder();
        var layout = new PythonLayout(text, names);
        foreach (var (key, value) in entries)
        {
            layout.WriteEntry(key, value);
        }

        return text.ToString();
    }

    // The header is the second line of the file, where Python looks for `coding: NAME` or `coding=NAME` (PEP 263): no colon and
    // no equals sign may come from a name, and no line end anyway.
    private static string CommentName(string name)
    {
        var safe = new StringBuilder();
        foreach (var c in name.AsSpan(0, Math.Min(name.Length, LongestModelName)))
        {
            safe.Append(char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or ' ' or '/' or '(' or ')' ? c : '_');
        }

        return safe.ToString();
    }
}
