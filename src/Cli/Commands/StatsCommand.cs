using System.Text;
using NetDsl.Emit;

namespace NetDsl.Cli;

/// <summary>Counts what a model or a config is made of.</summary>
internal sealed class StatsCommand(CliHost host, StatsSettings settings, ModelSource source)
{
    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public int Run(Report report)
    {
        if (Statistics(report) is { } statistics)
        {
            using var text = new StringWriter { NewLine = "\n" };
            if (settings.IsJson)
            {
                JsonStatisticsWriter.Write(statistics, text);
            }
            else
            {
                TextStatisticsWriter.Write(statistics, text);
            }

            StandardOutput.Write(host, utf8.GetBytes(text.ToString()));
        }

        return report.Outcome;
    }

    private NetStatistics? Statistics(Report report)
    {
        if (settings.Input is { } input && ConfigFile.IsConfig(host, input))
        {
            var config = ConfigStatistics.Of(ConfigFile.Read(host, input), host.FullPath(input));
            report.Add(config.Diagnostics);
            return config.Statistics;
        }

        using var program = source.Open(settings.Input);
        report.Add(program.Diagnostics);
        var net = new ModelSelection(host, program.Models).Single(settings.Models);
        var emission = host.Emitter(net, new EmitOptions());
        report.Add(emission.Diagnostics);
        return ConfigStatistics.Of(emission);
    }
}
