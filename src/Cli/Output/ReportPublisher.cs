using System.Text;

namespace NetDsl.Cli;

/// <summary>Brings a report to standard error and, if asked for, to a file.</summary>
internal sealed class ReportPublisher(CliHost host, GlobalSettings settings)
{
    private readonly DisplayPath paths = new(host.CurrentDirectory);

    /// <exception cref="ModelException">The file cannot be written; standard error has the report by then.</exception>
    public void Publish(Report report)
    {
        if (settings.DiagnosticsFile is not { } file)
        {
            Writer(settings.Format).Write(report.Diagnostics, host.Error);
            return;
        }

        Writer(DiagnosticsFormat.Text).Write(report.Diagnostics, host.Error);
        using var text = new StringWriter { NewLine = "\n" };
        Writer(settings.Format, colored: false).Write(report.Diagnostics, text);
        new AtomicFile(host).Write(file, Encoding.UTF8.GetBytes(text.ToString()));
    }

    private IDiagnosticWriter Writer(DiagnosticsFormat format, bool? colored = null) =>
        format switch
        {
            DiagnosticsFormat.Json => new JsonDiagnosticWriter(paths),
            DiagnosticsFormat.Sarif => new SarifDiagnosticWriter(paths),
            DiagnosticsFormat.Github => new GithubDiagnosticWriter(paths),
            _ => new TextDiagnosticWriter(paths, colored ?? IsColored),
        };

    private bool IsColored =>
        settings.Color switch
        {
            ColorMode.Always => true,
            ColorMode.Never => false,
            _ => host.ErrorIsTerminal && host.Variable("NO_COLOR") is null && host.Variable("TERM") is not "dumb",
        };
}
