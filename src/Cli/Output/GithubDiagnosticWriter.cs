using System.Globalization;
using System.Text;

namespace NetDsl.Cli;

/// <summary>Diagnostics as workflow commands, which GitHub shows beside the lines of a change.</summary>
internal sealed class GithubDiagnosticWriter(DisplayPath paths) : IDiagnosticWriter
{
    public void Write(IReadOnlyList<Diagnostic> diagnostics, TextWriter target)
    {
        var text = new StringBuilder();
        foreach (var diagnostic in diagnostics)
        {
            text.Append("::").Append(Command(diagnostic.Severity)).Append(' ');
            if (diagnostic.Location is { IsKnown: true } location)
            {
                text.Append("file=").Append(EscapeProperty(paths.Show(location.Path)));
                text.Append(CultureInfo.InvariantCulture, $",line={location.Line},col={location.Column},");
            }

            text.Append("title=").Append(EscapeProperty(diagnostic.Code)).Append("::");
            text.Append(Escape(string.Join('\n', Lines(diagnostic)))).Append('\n');
        }

        target.Write(text.ToString());
        target.Flush();
    }

    private IEnumerable<string> Lines(Diagnostic diagnostic)
    {
        yield return diagnostic.Message;
        foreach (var related in diagnostic.Related)
        {
            yield return $"{related.Location with { Path = paths.Show(related.Location.Path) }}: {related.Note}";
        }

        if (diagnostic.Suggestion is { } suggestion)
        {
            yield return suggestion;
        }
    }

    private static string Command(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "notice",
        };

    private static string Escape(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string EscapeProperty(string text) =>
        Escape(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
