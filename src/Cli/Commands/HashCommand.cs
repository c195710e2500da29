using System.Text;
using NetDsl.Emit;

namespace NetDsl.Cli;

/// <summary>Prints the digest of a model or a config, and what tells it from another.</summary>
/// <param name="host">The world.</param>
/// <param name="settings">What it is told.</param>
/// <param name="nets">Reads the model or config.</param>
/// <param name="others">Reads the one to compare with, which a script does not hold itself.</param>
internal sealed class HashCommand(CliHost host, HashSettings settings, NetInput nets, NetInput others)
{
    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public int Run(Report report)
    {
        if (nets.Read(settings.Input, settings.Models, report) is not { } net)
        {
            return report.Outcome;
        }

        using var text = new StringWriter { NewLine = "\n" };
        var hash = ConfigHash.Of(net);
        if (settings.Other is null)
        {
            HashWriter.Write(hash, settings.IsJson, text);
        }
        else if (others.Read(settings.Other, settings.Models, report) is { } other)
        {
            HashWriter.Write(
                hash,
                ConfigHash.Of(other),
                ShownDifference.Between(net, other, host),
                settings.IsJson,
                text
            );
        }

        StandardOutput.Write(host, utf8.GetBytes(text.ToString()));
        return report.Outcome;
    }
}
