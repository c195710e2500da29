using System.Globalization;
using System.Text;

namespace NetDsl.Emit;

/// <summary>What a string literal of Python says.</summary>
internal static class PythonStringLiteral
{
    private const int LargestCodePoint = 0x10ffff;
    private const int MostOctalDigits = 3;

    /// <summary>Whether a word in front of a quote is a prefix of a literal.</summary>
    public static bool IsPrefix(ReadOnlySpan<char> word) =>
        word.Length switch
        {
            1 => word[0] is 'r' or 'R' or 'u' or 'U' or 'b' or 'B' or 'f' or 'F' or 't' or 'T',
            2 => (IsRaw(word[..1]) && IsBytesOrFormatted(word[1..]))
                || (IsRaw(word[1..]) && IsBytesOrFormatted(word[..1])),
            _ => false,
        };

    public static bool IsRaw(ReadOnlySpan<char> prefix) => prefix.ContainsAny('r', 'R');

    public static bool IsFormatted(ReadOnlySpan<char> prefix) => prefix.ContainsAny(['f', 'F', 't', 'T']);

    /// <summary>
    /// The text that a literal stands for. False if an escape is wrong, with its place; true and null if it is no text, or one
    /// that cannot be known here: bytes, f-strings, characters by name.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> literal, ImportStrings strings, out string? value, out Range wrong)
    {
        var quoteAt = literal.IndexOfAny('"', '\'');
        var prefix = literal[..quoteAt];
        var quotes = literal.Length - quoteAt >= 6 && literal[quoteAt + 1] == literal[quoteAt] ? 3 : 1;
        var body = literal[(quoteAt + quotes)..^quotes];
        (value, wrong) = (null, default);
        if (prefix.ContainsAny('b', 'B') || IsFormatted(prefix))
        {
            return true;
        }

        if (IsRaw(prefix) || !body.Contains('\\'))
        {
            value = body.Contains('\r') ? WithLineFeeds(body) : strings.Get(body);
            return true;
        }

        var text = new StringBuilder(body.Length);
        for (var at = 0; at < body.Length; )
        {
            var plain = body[at..].IndexOfAny('\\', '\r');
            if (plain < 0)
            {
                text.Append(body[at..]);
                break;
            }

            text.Append(body.Slice(at, plain));
            at += plain;
            var length = body[at] == '\r' ? AppendLineFeed(text, body[at..]) : AppendEscape(text, body[at..]);
            if (length == 0)
            {
                return true;
            }

            if (length < 0)
            {
                wrong = (quoteAt + quotes + at)..(quoteAt + quotes + at - length);
                return false;
            }

            at += length;
        }

        value = text.ToString();
        return true;
    }

    private static bool IsBytesOrFormatted(ReadOnlySpan<char> letter) => letter[0] is 'b' or 'B' || IsFormatted(letter);

    private static string WithLineFeeds(ReadOnlySpan<char> body) =>
        body.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static int AppendLineFeed(StringBuilder text, ReadOnlySpan<char> rest)
    {
        text.Append('\n');
        return rest.StartsWith("\r\n") ? 2 : 1;
    }

    // Returns how many characters the escape has; 0 for a character by name, minus the length if it is wrong.
    private static int AppendEscape(StringBuilder text, ReadOnlySpan<char> rest)
    {
        switch (rest[1])
        {
            case '\n':
                return 2;
            case '\r':
                return rest.Length > 2 && rest[2] == '\n' ? 3 : 2;
            case 'N':
                return 0;
            case 'x':
                return AppendCode(text, rest, 2);
            case 'u':
                return AppendCode(text, rest, 4);
            case 'U':
                return AppendCode(text, rest, 8);
            case >= '0' and <= '7':
                return AppendOctal(text, rest);
        }

        var c = rest[1] switch
        {
            '\\' or '\'' or '"' => rest[1],
            'a' => '\a',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\v',
            _ => '\0',
        };

        // Python leaves a backslash in front of anything else as it is.
        text.Append(c == '\0' ? '\\' : c);
        return c == '\0' ? 1 : 2;
    }

    private static int AppendCode(StringBuilder text, ReadOnlySpan<char> rest, int digits)
    {
        if (
            rest.Length < 2 + digits
            || !uint.TryParse(
                rest.Slice(2, digits),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var code
            )
            || code > LargestCodePoint
        )
        {
            return -Math.Min(2 + digits, rest.Length);
        }

        AppendCodePoint(text, (int)code);
        return 2 + digits;
    }

    private static int AppendOctal(StringBuilder text, ReadOnlySpan<char> rest)
    {
        var code = 0;
        var length = 1;
        while (length <= MostOctalDigits && length < rest.Length && rest[length] is >= '0' and <= '7')
        {
            code = (code * 8) + rest[length] - '0';
            length++;
        }

        AppendCodePoint(text, code);
        return length;
    }

    // A lone surrogate is a character of its own in Python, too.
    private static void AppendCodePoint(StringBuilder text, int code)
    {
        if (code <= char.MaxValue)
        {
            text.Append((char)code);
        }
        else
        {
            text.Append(char.ConvertFromUtf32(code));
        }
    }
}
