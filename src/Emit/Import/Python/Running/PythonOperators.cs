using System.Globalization;

namespace NetDsl.Emit;

/// <summary>Operators on numbers and texts, exact as in Python or not at all.</summary>
internal static class PythonOperators
{
    private const double Whole = 1L << 53;

    /// <summary>A number, with 0 and 1 for the truth values; null if it is none.</summary>
    public static OptionValue? Number(object value) =>
        value switch
        {
            BoolValue flag => flag.Value ? 1 : 0,
            IntegerValue or RealValue => (OptionValue)value,
            _ => null,
        };

    /// <summary>The value of <c>a op b</c>, or null.</summary>
    public static object? Compute(object left, string op, object right) =>
        (left, op, right) switch
        {
            (BoolValue a, "&", BoolValue b) => (OptionValue)(a.Value && b.Value),
            (BoolValue a, "|", BoolValue b) => (OptionValue)(a.Value || b.Value),
            _ when Number(left) is { } a && Number(right) is { } b => PythonArithmetic.Of(a, op, b) ?? Other(a, op, b),
            _ => null,
        };

    /// <summary>Less, equal or greater as a number below, at or above 0; null if that is not known.</summary>
    public static int? Order(object left, object right)
    {
        if (Number(left) is { } a && Number(right) is { } b)
        {
            return (a, b) switch
            {
                (IntegerValue x, IntegerValue y) => x.Value.CompareTo(y.Value),
                _ when Real(a) is { } x && Real(b) is { } y => x.CompareTo(y),
                _ => null,
            };
        }

        return (left, right) switch
        {
            (StringValue x, StringValue y) when IsPlain(x.Value) && IsPlain(y.Value) => string.CompareOrdinal(
                x.Value,
                y.Value
            ),
            (
                PythonContainer { HasKeys: false, IsUnknown: false } x,
                PythonContainer { HasKeys: false, IsUnknown: false } y
            ) when x.Kind == y.Kind => OrderOf(x, y),
            _ => null,
        };
    }

    /// <summary>Whether two values that hold no others are equal; null if that is not known.</summary>
    public static bool? AreEqual(OptionValue left, OptionValue right) =>
        (Number(left), Number(right)) switch
        {
            (null, null) => left is CodeValue || right is CodeValue ? null : left.Equals(right),
            ({ } a, { } b) => Order(a, b) is { } order ? order == 0 : null,
            _ => left is CodeValue || right is CodeValue ? null : false,
        };

    private static int? OrderOf(PythonContainer left, PythonContainer right)
    {
        foreach (var (a, b) in left.Items.Zip(right.Items))
        {
            if (Order(a.Value, b.Value) is not 0 and var order)
            {
                return order;
            }
        }

        return left.Items.Count.CompareTo(right.Items.Count);
    }

    private static bool IsPlain(string text) => text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0;

    private static double? Real(OptionValue number) =>
        number switch
        {
            IntegerValue whole => Math.Abs((double)whole.Value) < Whole ? whole.Value : null,
            RealValue real => real.Value,
            _ => null,
        };

    private static OptionValue? Other(OptionValue left, string op, OptionValue right)
    {
        if (left is IntegerValue { Value: var a } && right is IntegerValue { Value: var b })
        {
            return op switch
            {
                "%" when b is not (0 or -1) => ((a % b) + b) % b,
                "**" when b >= 0 => Power(a, b),
                "**" when a != 0 && Math.Abs(a) < Whole => Finite(Math.Pow(a, b)),
                "&" => a & b,
                "|" => a | b,
                "^" => a ^ b,
                "<<" when b is >= 0 and < 32 && Math.Abs(a) < int.MaxValue => a << (int)b,
                ">>" when b is >= 0 and < 63 => a >> (int)b,
                _ => null,
            };
        }

        return (Real(left), Real(right)) is ({ } x, { } y)
            ? op switch
            {
                "%" when y != 0 => Finite(Modulo(x, y)),
                "//" when y != 0 => Finite(FloorOf(x, y)),
                "**" when x > 0 => Finite(Math.Pow(x, y)),
                _ => null,
            }
            : null;
    }

    private static OptionValue? Power(long number, long power)
    {
        Int128 result = 1;
        for (var i = 0L; i < power; i++)
        {
            result *= number;
            if (result > long.MaxValue || result < long.MinValue)
            {
                return null;
            }

            if (number is 0 or 1 or -1 && i > 1)
            {
                return number == -1 ? (power % 2 == 0 ? 1 : -1) : number;
            }
        }

        return (long)result;
    }

    // The sign is that of the divisor.
    private static double Modulo(double number, double divisor)
    {
        var rest = number % divisor;
        if (rest == 0)
        {
            return Math.CopySign(0, divisor);
        }

        return rest < 0 != divisor < 0 ? rest + divisor : rest;
    }

    private static double FloorOf(double number, double divisor)
    {
        var rest = number % divisor;
        var quotient = (number - rest) / divisor;
        if (rest != 0 && rest < 0 != divisor < 0)
        {
            quotient -= 1;
        }

        if (quotient == 0)
        {
            return Math.CopySign(0, number / divisor);
        }

        var floor = Math.Floor(quotient);
        return quotient - floor > 0.5 ? floor + 1 : floor;
    }

    private static OptionValue? Finite(double number) => double.IsFinite(number) ? number : null;

    /// <summary>The text of a number as Python prints it.</summary>
    public static string TextOf(OptionValue number)
    {
        if (number is IntegerValue whole)
        {
            return whole.Value.ToString(CultureInfo.InvariantCulture);
        }

        var text = new System.Text.StringBuilder();
        LiteralFormatter.AppendReal(text, ((RealValue)number).Value);
        return text.ToString();
    }
}
