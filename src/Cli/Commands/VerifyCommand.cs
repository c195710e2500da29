using System.Text;
using NetDsl.Emit;
using NetDsl.Reference;

namespace NetDsl.Cli;

/// <summary>Computes forms of a net on this machine and says where they differ.</summary>
internal sealed class VerifyCommand(CliHost host, VerifySettings settings, ModelSource source)
{
    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public int Run(Report report)
    {
        if (settings.Against is { } path)
        {
            report.Add(BuiltNet.Read(ConfigFile.Read(host, path), path).DifferencesFrom(Statistics(report)));
            return report.Outcome;
        }

        if (settings.Input is { } input && ConfigFile.IsConfig(host, input))
        {
            Show(null, CompareConfigs(input, settings.Other), report);
            return report.Outcome;
        }

        if (settings.Other is { } unexpected)
        {
            throw ToolDiagnostics.NothingToCompare(settings.Input ?? "", unexpected).ToException();
        }

        using var program = source.Open(settings.Input);
        report.Add(program.Diagnostics);
        var selection = new ModelSelection(host, program.Models);
        var nets = Chosen(selection, report);
        foreach (var net in nets)
        {
            host.Cancellation.ThrowIfCancellationRequested();
            var verification = NetVerifier.Verify(
                net,
                host.Emitter,
                settings.Options,
                settings.IsFull ? null : () => selection.Again(net)
            );
            Show(nets.Count > 1 ? net.Name : null, verification, report);
        }

        return report.Outcome;
    }

    private NetStatistics Statistics(Report report)
    {
        if (settings.Input is { } input && ConfigFile.IsConfig(host, input))
        {
            var config = ConfigStatistics.Of(ConfigFile.Read(host, input), host.FullPath(input));
            report.Add(config.Diagnostics);
            return config.Statistics ?? throw new ModelException([]);
        }

        using var program = source.Open(settings.Input);
        report.Add(program.Diagnostics);
        var net = new ModelSelection(host, program.Models).Single(settings.Models);
        return ConfigStatistics.Of(host.Emitter(net, new EmitOptions()));
    }

    private IReadOnlyList<Net> Chosen(ModelSelection selection, Report report)
    {
        if (!settings.Models.IsEmpty)
        {
            return selection.Chosen(settings.Models);
        }

        var failures = new List<Diagnostic>();
        var nets = selection.All(failures);
        report.Add(failures);
        return nets;
    }

    private VerificationReport CompareConfigs(string input, string? other) =>
        other is not null && ConfigFile.IsConfig(host, other)
            ? NetVerifier.Compare(
                ConfigFile.Read(host, input),
                host.FullPath(input),
                ConfigFile.Read(host, other),
                host.FullPath(other),
                settings.Options
            )
            : throw ToolDiagnostics.NothingToCompare(input, other).ToException();

    private void Show(string? name, VerificationReport verification, Report report)
    {
        report.Add(verification.Diagnostics);
        if (verification.Rows.IsEmpty)
        {
            return;
        }

        using var text = new StringWriter { NewLine = "\n" };
        if (name is not null)
        {
            text.Write($"{name}\n");
        }

        TextVerificationWriter.Write(verification, text);
        StandardOutput.Write(host, utf8.GetBytes(text.ToString()));
    }
}
