using System.Text;

namespace NetDsl.Cli;

/// <summary>Prints the text of one diagnostic, or a line for each.</summary>
/// <param name="host">The world.</param>
/// <param name="code">A code that there is, or null for all.</param>
internal sealed class ExplainCommand(CliHost host, string? code)
{
    public int Run(Report report)
    {
        var text = code is null ? List() : ExplainText.Of(code)!.Whole;
        StandardOutput.Write(host, Encoding.UTF8.GetBytes(text));
        return report.Outcome;
    }

    private static string List() =>
        string.Concat(DiagnosticTexts.Codes.Select(known => $"{known}  {ExplainText.Of(known)!.Title}\n"));
}
