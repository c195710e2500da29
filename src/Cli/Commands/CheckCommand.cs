using NetDsl.Emit;

namespace NetDsl.Cli;

/// <summary>Finds all that is wrong with models and configs, and writes nothing.</summary>
internal sealed class CheckCommand(CliHost host, CheckSettings settings, ModelSource source)
{
    public int Run(Report report)
    {
        if (settings.Inputs.IsEmpty)
        {
            CheckModels(null, report);
        }

        foreach (var input in settings.Inputs.DistinctBy(host.FullPath))
        {
            host.Cancellation.ThrowIfCancellationRequested();
            Attempt(report, () => Check(input, report));
        }

        if (report.Warnings > settings.MaxWarnings)
        {
            report.Add(ToolDiagnostics.TooManyWarnings(report.Warnings, settings.MaxWarnings.Value));
        }

        return report.Outcome;
    }

    private void Check(string input, Report report)
    {
        if (ConfigFile.IsConfig(host, input))
        {
            report.Add(ConfigChecker.Check(ConfigFile.Read(host, input), host.FullPath(input)).Diagnostics);
        }
        else
        {
            CheckModels(input, report);
        }
    }

    private void CheckModels(string? model, Report report)
    {
        using var program = source.Open(model);
        report.Add(program.Diagnostics);
        var failures = new List<Diagnostic>();
        var nets = new ModelSelection(host, program.Models).All(failures);
        report.Add(failures);
        var emitted = new List<(Net, Emission)>();
        foreach (var net in nets)
        {
            Attempt(report, () => emitted.Add((net, CheckNet(net, report))));
        }

        report.Add(TaskParameters.Compare(emitted));
    }

    private Emission CheckNet(Net net, Report report)
    {
        var emission = host.Emitter(net, new EmitOptions());
        report.Add(emission.Diagnostics);
        if (emission.IsWritten)
        {
            return emission;
        }

        // Errors of the model are reported by now: what RETURNN would still refuse is our own doing.
        var findings = ConfigChecker.Check(emission).Diagnostics.Where(finding => finding.Severity == Severity.Error);
        if (findings.ToList() is [_, ..] errors)
        {
            report.Add(ToolDiagnostics.EmittedConfigRejected(net, errors));
        }

        return emission;
    }

    // One input that is wrong does not keep the others from being checked.
    private static void Attempt(Report report, Action check)
    {
        try
        {
            check();
        }
        catch (ModelException end)
        {
            report.Add(end.Diagnostics);
        }
    }
}
