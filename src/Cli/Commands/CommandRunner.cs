namespace NetDsl.Cli;

/// <summary>The frame of every verb: its diagnostics are published, and however it ends there is an exit code for it.</summary>
internal sealed class CommandRunner(CliHost host, GlobalSettings settings)
{
    /// <summary>Runs a verb's work.</summary>
    /// <param name="work">Adds diagnostics, or throws those that end it; returns the exit code.</param>
    public int Run(Func<Report, int> work)
    {
        var report = new Report(settings);
        var code = Attempt(report, () => work(report));
        if (code == ExitCode.Interrupted)
        {
            return code;
        }

        var unpublished = new Report(settings);
        var publishing = Attempt(
            unpublished,
            () =>
            {
                new ReportPublisher(host, settings).Publish(report);
                return ExitCode.Done;
            }
        );
        new ReportPublisher(host, settings with { DiagnosticsFile = null, Format = DiagnosticsFormat.Text }).Publish(
            unpublished
        );
        return publishing == ExitCode.Done ? code : publishing;
    }

    private static int Attempt(Report report, Func<int> work)
    {
        try
        {
            return work();
        }
        catch (ModelException end)
        {
            report.Add(end.Diagnostics);
            return end.Diagnostics.Any(ToolDiagnostics.IsBug) ? ExitCode.Bug : ExitCode.Errors;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (OutOfMemoryException)
        {
            report.Add(ToolDiagnostics.OutOfMemory());
            return ExitCode.Errors;
        }
#pragma warning disable CA1031 // The edge of the program: what arrives here is a bug, and is reported as one.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            report.Add(ToolDiagnostics.InternalBug(bug));
            return ExitCode.Bug;
        }
    }
}
