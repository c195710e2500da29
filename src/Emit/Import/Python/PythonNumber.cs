using System.Globalization;

namespace NetDsl.Emit;

/// <summary>Python's numbers: what is one, and its value.</summary>
internal static class PythonNumber
{
    /// <summary>How many characters a decimal number at the start of a text has, with its exponent; letters behind it do not count.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        var at = Digits(text, 0);
        if (at < text.Length && text[at] == '.')
        {
            at = Digits(text, at + 1);
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            var sign = at + 1 < text.Length && text[at + 1] is '+' or '-' ? 2 : 1;
            var end = Digits(text, at + sign);
            at = end > at + sign ? end : at;
        }

        return at;
    }

    /// <summary>Whether a whole text is a number.</summary>
    public static bool IsNumber(ReadOnlySpan<char> number)
    {
        if (
            number.Length > 2
            && number[0] == '0'
            && char.IsAsciiLetter(number[1])
            && number[1] is not ('e' or 'E' or 'j' or 'J')
        )
        {
            return RadixOf(number[1]) is > 0 and var radix && AreDigits(number[2..], radix, mayBegin: true);
        }

        return number[^1] is 'j' or 'J'
            ? AreDigits(number[..^1], 10, mayBegin: false) || IsReal(number[..^1])
            : IsWhole(number) || IsReal(number);
    }

    /// <summary>The value; null if it is complex or does not fit into 64 bits.</summary>
    public static OptionValue? Value(ReadOnlySpan<char> number, bool isNegative)
    {
        if (number.Contains('_'))
        {
            number = number.ToString().Replace("_", "", StringComparison.Ordinal);
        }

        if (number.Length > 1 && RadixOf(number[1]) is > 0 and var radix)
        {
            return Whole(number[2..], radix, isNegative);
        }

        if (number[^1] is 'j' or 'J')
        {
            return null;
        }

        if (number.ContainsAnyExceptInRange('0', '9'))
        {
            var real = double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
            return !double.IsFinite(real) ? null
                : isNegative ? -real
                : real;
        }

        return Whole(number, 10, isNegative);
    }

    private static OptionValue? Whole(ReadOnlySpan<char> digits, int radix, bool isNegative)
    {
        Int128 value = 0;
        foreach (var digit in digits)
        {
            value = (value * radix) + DigitOf(digit);
            if (value > (Int128)long.MaxValue + 1)
            {
                return null;
            }
        }

        value = isNegative ? -value : value;
        return value > long.MaxValue ? null : (long)value;
    }

    private static bool IsReal(ReadOnlySpan<char> number)
    {
        var exponent = number.IndexOfAny('e', 'E');
        if (exponent >= 0)
        {
            var power = number[(exponent + 1)..];
            power = power.StartsWith('+') || power.StartsWith('-') ? power[1..] : power;
            if (!AreDigits(power, 10, mayBegin: false))
            {
                return false;
            }

            number = number[..exponent];
        }

        var point = number.IndexOf('.');
        if (point < 0)
        {
            return exponent >= 0 && AreDigits(number, 10, mayBegin: false);
        }

        var before = number[..point];
        var after = number[(point + 1)..];
        return number.Length > 1
            && (before.IsEmpty || AreDigits(before, 10, mayBegin: false))
            && (after.IsEmpty || AreDigits(after, 10, mayBegin: false));
    }

    // A whole number begins with no zero, unless it is zero.
    private static bool IsWhole(ReadOnlySpan<char> number) =>
        AreDigits(number, 10, mayBegin: false) && (number[0] != '0' || !number.ContainsAnyExcept('0', '_'));

    // Single underscores between digits are allowed, behind the prefix of a radix also in front.
    private static bool AreDigits(ReadOnlySpan<char> digits, int radix, bool mayBegin)
    {
        var mayBeUnderscore = mayBegin;
        foreach (var c in digits)
        {
            if (c == '_' ? !mayBeUnderscore : DigitOf(c) >= radix)
            {
                return false;
            }

            mayBeUnderscore = c != '_';
        }

        return !digits.IsEmpty && digits[^1] != '_';
    }

    private static int DigitOf(char c) =>
        char.IsAsciiDigit(c) ? c - '0'
        : char.IsAsciiHexDigit(c) ? (c | 0x20) - 'a' + 10
        : int.MaxValue;

    private static int RadixOf(char letter) =>
        letter switch
        {
            'x' or 'X' => 16,
            'o' or 'O' => 8,
            'b' or 'B' => 2,
            _ => 0,
        };

    private static int Digits(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }

        return at;
    }
}
