using System.Collections.Immutable;
using NetDsl.Emit;

namespace NetDsl.Cli;

/// <summary>Reads nets for the verbs that do not care who wrote them: models and configs.</summary>
internal sealed class NetInput(CliHost host, ModelSource source)
{
    /// <summary>The net of a model or config; null if it cannot be read, with the reasons in the report.</summary>
    /// <param name="input">Null for a script's own models.</param>
    /// <param name="models">Which model, if there are several.</param>
    /// <param name="report">Takes what was found.</param>
    public NetView? Read(string? input, ImmutableArray<string> models, Report report)
    {
        host.Cancellation.ThrowIfCancellationRequested();
        if (input is not null && ConfigFile.IsConfig(host, input))
        {
            var read = NetView.Read(ConfigFile.Read(host, input), host.FullPath(input));
            report.Add(read.Diagnostics);
            return read.View;
        }

        using var program = source.Open(input);
        report.Add(program.Diagnostics);
        var net = new ModelSelection(host, program.Models).Single(models);
        var emission = host.Emitter(net, new EmitOptions());
        report.Add(emission.Diagnostics);
        return NetView.Of(emission);
    }
}
