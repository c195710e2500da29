using System.Text;
using NetDsl.Emit;

namespace NetDsl.Cli;

/// <summary>Draws a net.</summary>
/// <param name="host">The world.</param>
/// <param name="settings">What it is told.</param>
/// <param name="nets">Reads the net.</param>
/// <param name="others">Reads the older net, which a script does not hold itself.</param>
internal sealed class GraphCommand(CliHost host, GraphSettings settings, NetInput nets, NetInput others)
{
    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public int Run(Report report)
    {
        var net = nets.Read(settings.Input, settings.Models, report);
        var old = settings.Against is { } path ? others.Read(path, settings.Models, report) : null;
        if (net is null || (settings.Against is not null && old is null))
        {
            return report.Outcome;
        }

        var options = new PictureOptions(settings.Format)
        {
            Depth = settings.Depth,
            Against = old is null ? null : NetDifference.Between(old, net),
            ShowPath = new DisplayPath(host.CurrentDirectory).Show,
        };
        var bytes = utf8.GetBytes(NetPicture.Draw(net, options));
        if (settings.Output is { } output)
        {
            new AtomicFile(host).Write(output, bytes);
        }
        else
        {
            StandardOutput.Write(host, bytes);
        }

        return report.Outcome;
    }
}
