using System.Globalization;
using NetDsl.Reference;

namespace NetDsl.Cli;

/// <summary>A verification for people: a line for each lowering, with the largest difference of each kind.</summary>
internal static class TextVerificationWriter
{
    private const string None = "-";
    private const int MostNames = 4;

    public static void Write(VerificationReport report, TextWriter target)
    {
        var width = report.Rows.Max(row => row.Subject.Length);
        target.Write($"{"".PadRight(width)}  places  outputs   losses  gradients  updates\n");
        foreach (var row in report.Rows)
        {
            target.Write(
                $"{row.Subject.PadRight(width)}  {row.Places.ToString(CultureInfo.InvariantCulture), 6}  {Number(row, DeviationKind.Output), 7}  {Number(row, DeviationKind.Loss), 7}  {Number(row, DeviationKind.Gradient), 9}  {Number(row, DeviationKind.Variable), 7}  {(row.IsEqual ? "equal" : "DIFFERENT")}\n"
            );
        }

        if (report.Divisor > 1)
        {
            target.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"note: dims of {VerificationReport.LargeFrom} and more were divided by {report.Divisor}; --full computes them as they are\n"
                )
            );
        }

        WriteEstimators([.. report.Rows.SelectMany(row => row.Estimators).Distinct(StringComparer.Ordinal)], target);
    }

    // Of a large net some stand for all.
    private static void WriteEstimators(string[] names, TextWriter target)
    {
        var shown = names.Length > MostNames ? names[..(MostNames - 1)] : names;
        foreach (var name in shown)
        {
            target.Write($"note: fused, {name} keeps n/(n-1) times the variance of the batch\n");
        }

        if (shown.Length < names.Length)
        {
            target.Write(
                string.Create(CultureInfo.InvariantCulture, $"note: so do {names.Length - shown.Length} others\n")
            );
        }
    }

    private static string Number(VerificationRow row, DeviationKind kind) =>
        row.Largest(kind) switch
        {
            null => None,
            0 => "0",
            var number => number.Value.ToString("0e+0", CultureInfo.InvariantCulture),
        };
}
