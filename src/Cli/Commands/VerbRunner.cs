using System.CommandLine;

namespace NetDsl.Cli;

/// <summary>What is the same for every verb: its settings come from flags, environment and files before its work begins.</summary>
internal sealed class VerbRunner(CliHost host, GlobalOptions globals)
{
    /// <summary>Runs a verb.</summary>
    /// <param name="result">Its command line.</param>
    /// <param name="files">What it reads and writes.</param>
    /// <param name="work">Makes its work of the settings.</param>
    /// <returns>The exit code.</returns>
    public int Run(ParseResult result, VerbFiles files, Func<GlobalSettings, Func<Report, int>> work)
    {
        var variables = new Variables(host);
        var settings = globals.Read(result, variables);
        if (variables.Errors is [_, ..])
        {
            return new CommandRunner(host, settings with { DiagnosticsFile = null }).Run(report =>
            {
                report.Add(variables.Errors);
                return ExitCode.Usage;
            });
        }

        if (OutputConflict.Find(host, files, settings) is { } conflict)
        {
            // Nothing is written at all, diagnostics neither.
            return new CommandRunner(host, settings with { DiagnosticsFile = null }).Run(_ =>
                throw conflict.ToException()
            );
        }

        try
        {
            settings = settings.Over(new SettingsFiles(host).Read(settings.SettingsFile));
        }
        catch (ModelException wrong)
        {
            return new CommandRunner(host, settings).Run(_ => throw new ModelException(wrong.Diagnostics));
        }

        var runner = new CommandRunner(host, settings);
        return settings.TimeLimit is { } limit
            ? new TimeLimit(host, limit).Run(() => runner.Run(work(settings)), runner)
            : runner.Run(work(settings));
    }
}
