using System.Text;
using NetDsl.Emit;

namespace NetDsl.Cli;

/// <summary>Writes a C# model that emits a config again.</summary>
internal sealed class ImportCommand(CliHost host, GlobalSettings globals, ImportSettings settings)
{
    public int Run(Report report)
    {
        if (!ConfigFile.IsConfig(host, settings.Config))
        {
            throw ToolDiagnostics.NotAConfig(settings.Config, "its extension is none that configs have").ToException();
        }

        var model = ConfigImporter.Import(
            ConfigFile.Read(host, settings.Config),
            host.FullPath(settings.Config),
            new ImportOptions { Namespace = settings.Namespace, Directives = ScriptHead.Text }
        );
        report.Add(model.Diagnostics);
        if (report.HasErrors)
        {
            return ExitCode.Errors;
        }

        new NewFile(host, globals).Write(settings.Output, Encoding.UTF8.GetBytes(model.Source), settings.Force);
        return ExitCode.Done;
    }
}
