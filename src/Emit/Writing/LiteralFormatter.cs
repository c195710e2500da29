using System.Buffers;
using System.Globalization;
using System.Text;

namespace NetDsl.Emit;

/// <summary>
/// How both languages spell texts and numbers. Texts come out as printable ASCII between double quotes and can never end early
/// (contract 1.1: RETURNN reads with the encoding of its locale); numbers are the same in any culture and in both languages.
/// </summary>
internal static class LiteralFormatter
{
    // Python's repr turns to an exponent at these powers of ten; JSON does not care.
    private const int SmallestFixedExponent = -4;
    private const int FirstLargeExponent = 16;

    private static readonly SearchValues<char> asItIs = SearchValues.Create([
        .. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Except(['"', '\\']),
    ]);

    /// <summary>A text as a literal in double quotes.</summary>
    public static void AppendString(StringBuilder text, string value, ConfigFormat format)
    {
        text.Append('"');
        AppendEscaped(text, value, format);
        text.Append('"');
    }

    /// <summary>The inside of a text literal.</summary>
    public static void AppendEscaped(StringBuilder text, ReadOnlySpan<char> value, ConfigFormat format)
    {
        while (value.IndexOfAnyExcept(asItIs) is >= 0 and var plain)
        {
            text.Append(value[..plain]);
            value = value[plain..];
            value = value[AppendEscape(text, value, format)..];
        }

        text.Append(value);
    }

    /// <summary>A whole number.</summary>
    public static void AppendInteger(StringBuilder text, long value) =>
        text.Append(CultureInfo.InvariantCulture, $"{value}");

    /// <summary>
    /// The shortest digits that give the same double again, spelled as Python's <c>repr</c> does: always with a point or an
    /// exponent, so that Python reads a float and never an int (contract 1.2).
    /// </summary>
    /// <exception cref="InvalidOperationException">Neither language has a literal for infinities and NaN; the gate lets none through.</exception>
    public static void AppendReal(StringBuilder text, double value)
    {
        if (!double.IsFinite(value))
        {
            throw new InvalidOperationException("Only finite reals have a literal.");
        }

        Span<char> shortest = stackalloc char[32];
        value.TryFormat(shortest, out var length, "R", CultureInfo.InvariantCulture);
        if (shortest[0] == '-')
        {
            text.Append('-');
            shortest = shortest[1..length];
        }
        else
        {
            shortest = shortest[..length];
        }

        Span<char> digits = stackalloc char[32];
        var (count, exponent) = SplitDigits(shortest, digits);
        AppendDigits(text, digits[..count], exponent);
    }

    // Returns how many chars of the value were spelled.
    private static int AppendEscape(StringBuilder text, ReadOnlySpan<char> value, ConfigFormat format)
    {
        var first = value[0];
        switch (first)
        {
            case '"' or '\\':
                text.Append('\\').Append(first);
                return 1;
            case '\n':
                text.Append("\\n");
                return 1;
            case '\r':
                text.Append("\\r");
                return 1;
            case '\t':
                text.Append("\\t");
                return 1;
        }

        if (format == ConfigFormat.Json)
        {
            // Beyond the first plane JSON wants both surrogates, which is what C# holds.
            text.Append(CultureInfo.InvariantCulture, $"\\u{(int)first:x4}");
            return 1;
        }

        if (first <= 0xff)
        {
            text.Append(CultureInfo.InvariantCulture, $"\\x{(int)first:x2}");
            return 1;
        }

        if (value.Length > 1 && char.IsSurrogatePair(first, value[1]))
        {
            text.Append(CultureInfo.InvariantCulture, $"\\U{char.ConvertToUtf32(first, value[1]):x8}");
            return 2;
        }

        text.Append(CultureInfo.InvariantCulture, $"\\u{(int)first:x4}");
        return 1;
    }

    // The value is 0.DIGITS times ten to the exponent; no zeros at either end of the digits, none at all for zero.
    private static (int Count, int Exponent) SplitDigits(ReadOnlySpan<char> shortest, Span<char> digits)
    {
        var count = 0;
        var exponent = 0;
        var sawPoint = false;
        for (var i = 0; i < shortest.Length; i++)
        {
            var c = shortest[i];
            if (c == 'E')
            {
                exponent += int.Parse(shortest[(i + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
                break;
            }

            if (c == '.')
            {
                sawPoint = true;
                continue;
            }

            if (c != '0' || count > 0)
            {
                digits[count++] = c;
                exponent += sawPoint ? 0 : 1;
            }
            else if (sawPoint)
            {
                exponent--;
            }
        }

        while (count > 0 && digits[count - 1] == '0')
        {
            count--;
        }

        return (count, exponent);
    }

    private static void AppendDigits(StringBuilder text, ReadOnlySpan<char> digits, int exponent)
    {
        var scientific = exponent - 1;
        if (digits.IsEmpty)
        {
            text.Append("0.0");
        }
        else if (scientific is < SmallestFixedExponent or >= FirstLargeExponent)
        {
            text.Append(digits[0]);
            if (digits.Length > 1)
            {
                text.Append('.').Append(digits[1..]);
            }

            text.Append(scientific < 0 ? "e-" : "e+");
            text.Append(CultureInfo.InvariantCulture, $"{Math.Abs(scientific):00}");
        }
        else if (exponent <= 0)
        {
            text.Append("0.").Append('0', -exponent).Append(digits);
        }
        else if (exponent >= digits.Length)
        {
            text.Append(digits).Append('0', exponent - digits.Length).Append(".0");
        }
        else
        {
            text.Append(digits[..exponent]).Append('.').Append(digits[exponent..]);
        }
    }
}
