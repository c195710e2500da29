using System.Text;
using NetDsl.Emit;

namespace NetDsl.Cli;

/// <summary>Writes the config of one model, or compares it with the file that is there.</summary>
internal sealed class EmitCommand(CliHost host, GlobalSettings globals, EmitSettings settings, ModelSource source)
{
    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public int Run(Report report)
    {
        var template = settings.Template is { } file ? InputFile.ReadText(host, file) : null;
        using var program = source.Open(settings.Model);
        report.Add(program.Diagnostics);

        var options = new EmitOptions
        {
            Format = settings.Format ?? FormatOf(settings.Output),
            Lower = settings.Lower,
            RulesOff = settings.RulesOff,
            Template = template,
            TemplatePath = settings.Template,
            Header = settings.Header,
        };
        if (settings.OutputFolder is not null)
        {
            return new BatchCommand(host, globals, settings, options).Run(program.Models, report);
        }

        var net = new ModelSelection(host, program.Models).Single(settings.Models);
        var emission = host.Emitter(net, options);

        if (settings.ExplainLowering)
        {
            host.Error.Write(emission.Lowering.ToText(new DisplayPath(host.CurrentDirectory).Show));
        }

        report.Add(emission.Diagnostics);
        if (report.HasErrors)
        {
            return ExitCode.Errors;
        }

        var bytes = utf8.GetBytes(emission.Text);
        if (settings.Verify)
        {
            return new OutputVerifier(host).Compare(settings.Output!, bytes, RefreshHint(), report);
        }

        Write(bytes);
        return ExitCode.Done;
    }

    private void Write(byte[] bytes)
    {
        if (settings.Output is not { } output)
        {
            StandardOutput.Write(host, bytes);
            return;
        }

        new AtomicFile(host).Write(output, bytes);
        if (globals.Verbose)
        {
            host.Error.WriteLine($"netdsl: wrote {output}");
        }
    }

    private string RefreshHint() =>
        settings.Model is { } model
            ? $"bring it up to date with: netdsl emit {model} -o {settings.Output}"
            : $"bring it up to date with: emit -o {settings.Output}";

    private static ConfigFormat FormatOf(string? output) =>
        Path.GetExtension(output) is { } extension && extension.Equals(".json", StringComparison.OrdinalIgnoreCase)
            ? ConfigFormat.Json
            : ConfigFormat.Python;
}
