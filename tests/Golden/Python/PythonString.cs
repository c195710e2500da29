using System.Globalization;
using System.Text;

namespace NetDsl.Tests.Golden.Python;

/// <summary>A text literal on one line, in single or double quotes, with Python's escapes.</summary>
internal static class PythonString
{
    /// <summary>The value of the literal that starts here, and where it ends.</summary>
    public static (string Value, int End) Read(string text, int start, int line)
    {
        var quote = text[start];
        var value = new StringBuilder();
        var position = start + 1;
        while (position < text.Length && text[position] != '\n')
        {
            var c = text[position++];
            if (c == quote)
            {
                return (value.ToString(), position);
            }

            if (c == '\\')
            {
                position = Escape(text, position, line, value);
            }
            else if (c is < ' ' or > '~')
            {
                throw new PythonSyntaxException(line, $"U+{(int)c:X4} in a string is not escaped");
            }
            else
            {
                value.Append(c);
            }
        }

        throw new PythonSyntaxException(line, "a string is not closed");
    }

    private static int Escape(string text, int position, int line, StringBuilder value)
    {
        var c = position < text.Length ? text[position++] : '\n';
        switch (c)
        {
            case '\\' or '"' or '\'':
                value.Append(c);
                return position;
            case 'n':
                value.Append('\n');
                return position;
            case 'r':
                value.Append('\r');
                return position;
            case 't':
                value.Append('\t');
                return position;
            case 'x':
                return Code(text, position, 2, line, value);
            case 'u':
                return Code(text, position, 4, line, value);
            case 'U':
                return Code(text, position, 8, line, value);
            default:
                throw new PythonSyntaxException(line, $"\"\\{c}\" is no escape");
        }
    }

    private static int Code(string text, int position, int digits, int line, StringBuilder value)
    {
        var end = Math.Min(position + digits, text.Length);
        var hex = text[position..end];
        if (
            hex.Length < digits
            || !int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || code is < 0 or > 0x10FFFF
        )
        {
            throw new PythonSyntaxException(line, $"\"{hex}\" is no character code of {digits} digits");
        }

        // Python keeps half of a surrogate pair as it is, .NET's own conversion does not.
        value.Append(code is >= 0xD800 and <= 0xDFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code));
        return end;
    }
}
