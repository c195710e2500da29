using System.Globalization;
using NetDsl.Emit;

namespace NetDsl.Cli;

/// <summary>Statistics for people.</summary>
internal static class TextStatisticsWriter
{
    public static void Write(NetStatistics statistics, TextWriter target)
    {
        var dead = statistics.Dead.Length == 0 ? "" : $", {Number(statistics.Dead.Length)} of them dead";
        target.Write($"layers      {Number(statistics.Layers)}{dead}, longest chain {Number(statistics.Depth)}\n");
        foreach (var (name, count) in statistics.ByClass.OrderByDescending(item => item.Value))
        {
            target.Write($"  {Number(count), 8}  {name}\n");
        }

        var total = statistics.Parameters.Sum(parameter => parameter.Count);
        var trainable = statistics.Parameters.Where(parameter => parameter.IsTrainable).Sum(p => p.Count);
        target.Write($"parameters  {Number(total)}, {Number(trainable)} of them trainable\n");
        foreach (var parameter in statistics.Parameters)
        {
            var shape = string.Join(", ", parameter.Shape.Select(size => Number(size)));
            var mark = parameter.IsTrainable ? "" : ", not trainable";
            target.Write($"  {parameter.Name} [{shape}]{mark}\n");
        }

        foreach (var path in statistics.Dead)
        {
            target.Write($"dead        {path}\n");
        }

        target.Flush();
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
