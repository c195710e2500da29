using System.Collections.Immutable;
using System.Globalization;
using NetDsl.Emit;

namespace NetDsl.Cli;

/// <summary>Statistics for people.</summary>
internal static class TextStatisticsWriter
{
    private static readonly string[] units = ["", "k", "M", "G", "T"];

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
        var least = statistics.UnknownParameters.Length > 0 ? "at least " : "";
        target.Write($"parameters  {least}{Number(total)}, {Number(trainable)} of them trainable\n");
        foreach (var parameter in statistics.Parameters)
        {
            var shape = string.Join(", ", parameter.Shape.Select(size => Number(size)));
            var mark = parameter.IsTrainable ? "" : ", not trainable";
            target.Write($"  {parameter.Name} [{shape}]{mark}\n");
        }

        WriteCost(statistics.Cost, target);
        foreach (var path in statistics.Dead)
        {
            target.Write($"dead        {path}\n");
        }

        target.Flush();
    }

    private static void WriteCost(CostStatistics cost, TextWriter target)
    {
        target.Write($"multiply-adds {Formula(cost.MultiplyAdds)}\n");
        target.Write($"memory      {Scaled(cost.ParameterBytes)}B of parameters, ");
        target.Write($"{Formula(cost.ActivationBytes)} bytes of layers' outputs\n");
        if (cost.Uncounted.Length > 0)
        {
            target.Write($"  without {Number(cost.Uncounted.Length)} layers whose dims are not known\n");
        }
    }

    private static string Formula(ImmutableArray<CostTerm> terms) =>
        terms.Length == 0 ? "0" : string.Join(" + ", terms.Select(Term));

    private static string Term(CostTerm term) =>
        string.Join(
            "*",
            term.Lengths.GroupBy(length => length)
                .Select(group => group.Count() == 1 ? group.Key : $"{group.Key}^{Number(group.Count())}")
                .Prepend(Scaled(term.Factor))
        );

    // Three digits say enough of a size.
    private static string Scaled(double number)
    {
        var unit = 0;
        while (number >= 1000 && unit < units.Length - 1)
        {
            number /= 1000;
            unit++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{number:0.###}{units[unit]}");
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
