namespace NetDsl.Emit;

/// <summary>Computes with numbers and texts as Python does; what is not exact in both languages stays code.</summary>
internal static class PythonArithmetic
{
    private const int LongestText = 10_000;

    /// <summary>The value of <c>a op b</c>, or null if only Python knows it.</summary>
    public static OptionValue? Of(OptionValue left, string op, OptionValue right) =>
        (left, right) switch
        {
            (IntegerValue a, IntegerValue b) => OfIntegers(a.Value, op, b.Value),
            (IntegerValue or RealValue, IntegerValue or RealValue) => OfReals(Real(left), op, Real(right)),
            (StringValue a, StringValue b) when op == "+" && a.Value.Length + b.Value.Length <= LongestText => a.Value
                + b.Value,
            _ => null,
        };

    private static OptionValue? OfIntegers(long a, string op, long b)
    {
        try
        {
            return op switch
            {
                "+" => checked(a + b),
                "-" => checked(a - b),
                "*" => checked(a * b),
                "//" when b != 0 => FloorOf(a, b),
                "/" => OfReals(a, op, b),
                _ => null,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    // Python rounds down, C# to zero.
    private static long FloorOf(long a, long b)
    {
        var quotient = checked(a / b);
        return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient;
    }

    private static OptionValue? OfReals(double a, string op, double b)
    {
        var result = op switch
        {
            "+" => a + b,
            "-" => a - b,
            "*" => a * b,
            "/" when b != 0 => a / b,
            _ => double.NaN,
        };
        return double.IsFinite(result) ? result : null;
    }

    // Whole numbers beyond this are not exact as reals.
    private static double Real(OptionValue value) =>
        value is IntegerValue { Value: var whole }
            ? Math.Abs(whole) < 1L << 53
                ? whole
                : double.NaN
            : ((RealValue)value).Value;
}
