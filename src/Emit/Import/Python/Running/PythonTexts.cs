using System.Globalization;
using System.Numerics;
using System.Text;

namespace NetDsl.Emit;

/// <summary>Values as texts: <c>str</c>, <c>repr</c>, and what formats make of them. Null where that is not known.</summary>
internal static class PythonTexts
{
    private const int WidestField = 1000;

    /// <summary><c>str(value)</c>.</summary>
    public static string? Text(object value) => value is StringValue text ? text.Value : Repr(value);

    /// <summary><c>repr(value)</c>.</summary>
    public static string? Repr(object value) =>
        value switch
        {
            NoneValue => "None",
            BoolValue flag => flag.Value ? "True" : "False",
            IntegerValue or RealValue => PythonOperators.TextOf((OptionValue)value),
            StringValue { Value: var text } when IsPrintable(text) => Quoted(text),
            PythonContainer { IsUnknown: false, Kind: not PythonContainerKind.Set } container => Repr(container),
            _ => null,
        };

    /// <summary><c>format % value</c>.</summary>
    public static string? Percent(string format, object value)
    {
        var isMany = value is PythonContainer { Kind: PythonContainerKind.Tuple };
        var values = isMany ? ((PythonContainer)value).Items.ConvertAll(item => item.Value) : [value];
        var text = new StringBuilder();
        var next = 0;
        for (var at = 0; at < format.Length; at++)
        {
            if (format[at] != '%')
            {
                text.Append(format[at]);
                continue;
            }

            var end = at + 1;
            object? item = null;
            if (end < format.Length && format[end] == '(')
            {
                var close = format.IndexOf(')', end);
                if (
                    close < 0
                    || value is not PythonContainer { Kind: PythonContainerKind.Dict, IsUnknown: false } dict
                    || dict.IndexOf(format[(end + 1)..close]) is not (>= 0 and var place)
                )
                {
                    return null;
                }

                item = dict.Items[place].Value;
                end = close + 1;
            }

            var begin = end;
            while (
                end < format.Length && format[end] is '-' or '.'
                || (end < format.Length && char.IsAsciiDigit(format[end]))
            )
            {
                end++;
            }

            if (end == format.Length)
            {
                return null;
            }

            if (format[end] == '%' && end == at + 1)
            {
                text.Append('%');
                at = end;
                continue;
            }

            item ??= next < values.Count ? values[next++] : null;
            if (item is null || Field(item, format[begin..end], format[end]) is not { } field)
            {
                return null;
            }

            text.Append(field);
            at = end;
        }

        var isDict = value is PythonContainer { Kind: PythonContainerKind.Dict };
        return next == values.Count || (isDict && next == 0) ? text.ToString() : null;
    }

    /// <summary><c>format(value, how)</c>.</summary>
    public static string? Format(object value, string how)
    {
        if (how.Length == 0)
        {
            return Text(value);
        }

        var isKind = char.IsAsciiLetter(how[^1]);
        var size = isKind ? how[..^1] : how;
        var kind =
            isKind ? how[^1]
            : value is StringValue ? 's'
            : value is IntegerValue ? 'd'
            : '\0';
        var isLeft = size.StartsWith('<');
        var isRight = size.StartsWith('>');
        size = isLeft || isRight ? size[1..] : size;
        if (
            !size.All(c => char.IsAsciiDigit(c) || c == '.')
            || (kind is 'd' or 's' && size.Contains('.', StringComparison.Ordinal))
            || (kind == 'd' && value is not IntegerValue)
            || (kind == 's' && (value is not StringValue || size.StartsWith('0')))
            || kind is not ('d' or 's' or 'f')
            || (isLeft && size.StartsWith('0'))
        )
        {
            return null;
        }

        // Texts are put to the left, numbers to the right, if nothing else is said.
        return Field(value, (isLeft || (kind == 's' && !isRight) ? "-" : "") + size, kind);
    }

    // Width with `-` for left and `0` for zeros, a point and digits.
    private static string? Field(object value, string size, char kind)
    {
        var isLeft = size.StartsWith('-');
        var rest = isLeft ? size[1..] : size;
        var point = rest.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? null : rest[(point + 1)..];
        var width = point < 0 ? rest : rest[..point];
        var isZeros = width.StartsWith('0') && !isLeft;
        if (
            !TryNumber(width, out var columns)
            || !TryNumber(digits ?? "", out var places)
            || rest.Contains('-', StringComparison.Ordinal)
            || (digits is not null && kind != 'f')
        )
        {
            return null;
        }

        var text = kind switch
        {
            's' => Text(value),
            'r' => Repr(value),
            'd' or 'i' => PythonOperators.Number(value) switch
            {
                IntegerValue whole => PythonOperators.TextOf(whole),
                RealValue { Value: var real } when Math.Abs(real) < 1L << 53 => ((long)real).ToString(
                    CultureInfo.InvariantCulture
                ),
                _ => null,
            },
            'f' => PythonOperators.Number(value) switch
            {
                IntegerValue whole => Fixed(whole.Value, digits is null ? 6 : places),
                RealValue real => Fixed(real.Value, digits is null ? 6 : places),
                _ => null,
            },
            _ => null,
        };
        if (text is null)
        {
            return null;
        }

        return isLeft ? text.PadRight(columns)
            : !isZeros || kind is 's' or 'r' ? text.PadLeft(columns)
            : text.StartsWith('-') ? "-" + text[1..].PadLeft(columns - 1, '0')
            : text.PadLeft(columns, '0');
    }

    private static bool TryNumber(string digits, out int number)
    {
        number = 0;
        return digits.Length == 0
            || (
                int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number)
                && number <= WidestField
            );
    }

    // Exact, and rounded to even: a double is a whole number times a power of two.
    private static string Fixed(double number, int places)
    {
        var bits = BitConverter.DoubleToInt64Bits(number);
        var exponent = (int)((bits >> 52) & 0x7ff);
        BigInteger mantissa = (bits & 0xfffffffffffffL) | (exponent == 0 ? 0 : 1L << 52);
        exponent = Math.Max(exponent, 1) - 1075;
        var numerator = mantissa * BigInteger.Pow(10, places) * (exponent > 0 ? BigInteger.One << exponent : 1);
        var denominator = exponent < 0 ? BigInteger.One << -exponent : 1;
        var quotient = BigInteger.DivRem(numerator, denominator, out var rest);
        var half = (rest * 2).CompareTo(denominator);
        quotient += half > 0 || (half == 0 && !quotient.IsEven) ? 1 : 0;
        var digits = quotient.ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
        var text = places == 0 ? digits : $"{digits[..^places]}.{digits[^places..]}";
        return (bits < 0 ? "-" : "") + text;
    }

    private static bool IsPrintable(string text) => text.All(c => c is >= ' ' and <= '~');

    private static string Quoted(string text)
    {
        var quote =
            text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal);
        return quote + (quote == '\'' ? escaped.Replace("'", "\\'", StringComparison.Ordinal) : escaped) + quote;
    }

    private static string? Repr(PythonContainer container)
    {
        var items = new List<string>();
        foreach (var item in container.Items)
        {
            if (
                item.Value is PythonContainer { Items.Count: > 0 } and not { Kind: PythonContainerKind.Tuple }
                || Repr(item.Value) is not { } value
            )
            {
                return null;
            }

            if (container.Kind != PythonContainerKind.Dict)
            {
                items.Add(value);
            }
            else if ((item.Spelled ?? item.Key) is not SequenceValue and { } key && Repr(key) is { } name)
            {
                items.Add($"{name}: {value}");
            }
            else
            {
                return null;
            }
        }

        var inner = string.Join(", ", items);
        return container.Kind switch
        {
            PythonContainerKind.List => $"[{inner}]",
            PythonContainerKind.Dict => $"{{{inner}}}",
            _ => items.Count == 1 ? $"({inner},)" : $"({inner})",
        };
    }
}
