using System.Text;

namespace NetDsl.Emit;

/// <summary>Writes a config as Python. The config has passed the <see cref="WritingGate"/>.</summary>
internal sealed class PythonWriter
{
    private const int LongestModelName = 60;
    private const string FirstLine = "#!rnn.py\n";

    private readonly Config config;
    private readonly DimTable dims;
    private readonly DimNames names;
    private readonly int firstWithDims;
    private readonly bool withHeader;

    private PythonWriter(Config config, DimTable dims, bool withHeader)
    {
        (this.config, this.dims, this.withHeader) = (config, dims, withHeader);
        names = DimNames.Of(dims.Declared, config.Entries.Select(entry => entry.Key));
        firstWithDims = dims.FirstEntry ?? config.Entries.Length;
    }

    /// <summary>The whole file, with the dims declared just ahead of the first key that needs one.</summary>
    public static string Write(Config config, DimTable dims, bool header)
    {
        var writer = new PythonWriter(config, dims, header);
        var text = new StringBuilder(FirstLine);
        text.Append(writer.Header(CommentName(config.Name))).Append(PythonImports.Lines(dims));
        writer.WriteSettings(text);
        text.Append(DimDeclarations.Write(dims, writer.names));
        writer.WriteBody(text);
        return text.ToString();
    }

    /// <summary>The same in pieces, for a template to put in order.</summary>
    public static PythonBlocks WriteBlocks(Config config, DimTable dims, bool header)
    {
        var writer = new PythonWriter(config, dims, header);
        var model = CommentName(config.Name);
        var (settings, body) = (new StringBuilder(), new StringBuilder());
        writer.WriteSettings(settings);
        writer.WriteBody(body);
        return new(
            Model: model,
            Header: writer.Header(model),
            Imports: PythonImports.Lines(dims),
            Settings: settings.ToString(),
            Dims: DimDeclarations.Write(dims, writer.names),
            Body: body.ToString()
        );
    }

    private string Header(string model) =>
        withHeader ? $"# Written by NetDsl from the model {model}: change the model, not this file.\n" : "";

    private void WriteSettings(StringBuilder text) => WriteEntries(text, 0, firstWithDims);

    private void WriteBody(StringBuilder text)
    {
        WriteEntries(text, firstWithDims, config.Entries.Length);
        WriteStatements(text, config.Entries.Length);
    }

    private void WriteEntries(StringBuilder text, int start, int end)
    {
        var layout = new PythonLayout(text, names);
        for (var index = start; index < end; index++)
        {
            WriteStatements(text, index);
            layout.WriteEntry(config.Entries[index].Key, config.Entries[index].Value);
        }
    }

    private void WriteStatements(StringBuilder text, int before)
    {
        foreach (var statement in config.Statements)
        {
            if (statement.Before == before)
            {
                text.Append(statement.Python.ReplaceLineEndings("\n").TrimEnd('\n')).Append('\n');
            }
        }
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
