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
            Settings: WriteEntries(config, ..firstWithDims, names),
            Dims: DimDeclarations.Write(dims, names),
            Body: WriteEntries(config, firstWithDims.., names) + StatementsBefore(config, config.Entries.Length)
        );
    }

    private static string WriteEntries(Config config, Range range, DimNames names)
    {
        var text = new StringBuilder();
        var layout = new PythonLayout(text, names);
        var (start, count) = range.GetOffsetAndLength(config.Entries.Length);
        for (var index = start; index < start + count; index++)
        {
            text.Append(StatementsBefore(config, index));
            layout.WriteEntry(config.Entries[index].Key, config.Entries[index].Value);
        }

        return text.ToString();
    }

    private static string StatementsBefore(Config config, int index) =>
        config.Statements.IsEmpty
            ? ""
            : string.Concat(
                config
                    .Statements.Where(statement => statement.Before == index)
                    .Select(statement => statement.Python.ReplaceLineEndings("\n").TrimEnd('\n') + "\n")
            );

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
