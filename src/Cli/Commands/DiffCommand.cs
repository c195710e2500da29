using System.Text;
using NetDsl.Emit;

namespace NetDsl.Cli;

/// <summary>Prints what tells two nets apart.</summary>
/// <param name="host">The world.</param>
/// <param name="settings">What it is told.</param>
/// <param name="olds">Reads the old net, which a script does not hold itself.</param>
/// <param name="news">Reads the new net.</param>
internal sealed class DiffCommand(CliHost host, DiffSettings settings, NetInput olds, NetInput news)
{
    private static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public int Run(Report report)
    {
        var old = olds.Read(settings.Old, settings.Models, report);
        var @new = news.Read(settings.New, settings.Models, report);
        if (old is null || @new is null)
        {
            return report.Outcome;
        }

        var difference = ShownDifference.Between(old, @new, host);
        StandardOutput.Write(host, utf8.GetBytes(Text(difference)));
        return report.Outcome == ExitCode.Done && settings.ExitsWithDifference && Differs(difference)
            ? ExitCode.Different
            : report.Outcome;
    }

    private bool Differs(NetDifference difference) =>
        settings.IsBreaking ? difference.Variables.Any(change => change.IsBreaking) : !difference.Edits.IsEmpty;

    private string Text(NetDifference difference)
    {
        using var text = new StringWriter { NewLine = "\n" };
        Action<NetDifference, TextWriter> write = (settings.IsBreaking, settings.IsJson) switch
        {
            (false, false) => TextDifferenceWriter.Write,
            (true, false) => TextDifferenceWriter.WriteBreaking,
            (false, true) => JsonDifferenceWriter.Write,
            (true, true) => JsonDifferenceWriter.WriteBreaking,
        };
        write(difference, text);
        return text.ToString();
    }
}
