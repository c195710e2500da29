using System.Text;
using NetDsl.Reference;

namespace NetDsl.Cli;

/// <summary>Computes forms of a net on this machine and says where they differ.</summary>
internal sealed class VerifyCommand(CliHost host, VerifySettings settings, ModelSource source)
{
    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public int Run(Report report)
    {
        var verification = Verify(report);
        if (!verification.Rows.IsEmpty)
        {
            using var text = new StringWriter { NewLine = "\n" };
            TextVerificationWriter.Write(verification, text);
            StandardOutput.Write(host, utf8.GetBytes(text.ToString()));
        }

        report.Add(verification.Diagnostics);
        return report.Outcome;
    }

    private VerificationReport Verify(Report report)
    {
        if (settings.Input is { } input && ConfigFile.IsConfig(host, input))
        {
            return settings.Other is { } other && ConfigFile.IsConfig(host, other)
                ? NetVerifier.Compare(
                    ConfigFile.Read(host, input),
                    host.FullPath(input),
                    ConfigFile.Read(host, other),
                    host.FullPath(other),
                    settings.Options
                )
                : throw ToolDiagnostics.NothingToCompare(input, settings.Other).ToException();
        }

        if (settings.Other is { } unexpected)
        {
            throw ToolDiagnostics.NothingToCompare(settings.Input ?? "", unexpected).ToException();
        }

        using var program = source.Open(settings.Input);
        report.Add(program.Diagnostics);
        var net = new ModelSelection(host, program.Models).Single(settings.Models);
        return NetVerifier.Verify(net, host.Emitter, settings.Options);
    }
}
