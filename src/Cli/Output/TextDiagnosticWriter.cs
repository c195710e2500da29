using System.Globalization;
using System.Text;

namespace NetDsl.Cli;

/// <summary>Diagnostics as compilers print them, details indented below.</summary>
internal sealed class TextDiagnosticWriter(DisplayPath paths, bool colored) : IDiagnosticWriter
{
    public void Write(IReadOnlyList<Diagnostic> diagnostics, TextWriter target)
    {
        var text = new StringBuilder();
        foreach (var diagnostic in diagnostics)
        {
            text.Append(diagnostic.Location.IsKnown ? Place(diagnostic.Location) : "netdsl ")
                .Append(": ")
                .Append(Word(diagnostic.Severity))
                .Append(' ')
                .Append(diagnostic.Code)
                .Append(": ");
            AppendIndented(text, diagnostic.Message);
            foreach (var related in diagnostic.Related)
            {
                text.Append("  ");
                AppendIndented(text, $"{Place(related.Location)}: {related.Note}");
            }

            if (diagnostic.Suggestion is { } suggestion)
            {
                text.Append("  ");
                AppendIndented(text, suggestion);
            }
        }

        target.Write(text.ToString());
        target.Flush();
    }

    private string Place(SourceLocation location) => (location with { Path = paths.Show(location.Path) }).ToString();

    private string Word(Severity severity)
    {
        var (word, color) = severity switch
        {
            Severity.Error => ("error", "31"),
            Severity.Warning => ("warning", "33"),
            _ => ("info", "36"),
        };
        return colored ? $"\e[{color}m{word}\e[0m" : word;
    }

    private static void AppendIndented(StringBuilder text, string value)
    {
        // Names and messages come from models: they must not steer the terminal or look like another diagnostic.
        foreach (var letter in value.ReplaceLineEndings("\n").TrimEnd('\n'))
        {
            if (letter == '\n')
            {
                text.Append("\n  ");
            }
            else if (char.IsControl(letter) && letter != '\t')
            {
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            }
            else
            {
                text.Append(letter);
            }
        }

        text.Append('\n');
    }
}
