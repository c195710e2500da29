namespace NetDsl.Reference;

/// <summary>The standard normal distribution.</summary>
internal static class NormalDistribution
{
    private const int Terms = 200;
    private const double Precision = 1e-17;
    private const double Tail = 6;

    private static readonly double root = Math.Sqrt(2 * Math.PI);

    internal static double Density(double x) => Math.Exp(-0.5 * x * x) / root;

    /// <summary>The probability of a number up to this one; the series of Marsaglia (2004), exact but for rounding.</summary>
    internal static double Cumulative(double x)
    {
        if (Math.Abs(x) > Tail)
        {
            return x > 0 ? 1 - (Density(x) / Continued(x)) : Density(x) / Continued(-x);
        }

        var (sum, term) = (x, x);
        for (var count = 3; count < 2 * Terms && Math.Abs(term) > Precision; count += 2)
        {
            term *= x * x / count;
            sum += term;
        }

        return 0.5 + (sum * Density(x));
    }

    // The continued fraction of the tail.
    private static double Continued(double x)
    {
        var result = x;
        for (var count = 60; count >= 1; count--)
        {
            result = x + (count / result);
        }

        return result;
    }
}
