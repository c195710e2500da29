using System.Globalization;
using System.Text;
using Xunit;

namespace NetDsl.Tests.Writing;

/// <summary>
/// A strict reader of the Python that a config may hold: assignments of literals. It knows nothing of the writer, refuses any
/// escape and any character that it does not know, and so shows that no text can end its literal.
/// </summary>
internal sealed class PythonReader(string text)
{
    private int at;

    /// <summary>All assignments of a file, comments left out.</summary>
    public static List<(string Key, OptionValue Value)> ReadFile(string text)
    {
        var reader = new PythonReader(text);
        var entries = new List<(string, OptionValue)>();
        while (reader.at < text.Length)
        {
            if (reader.TryTake('#'))
            {
                reader.at = text.IndexOf('\n', reader.at) + 1;
                continue;
            }

            var key = reader.ReadName();
            reader.Take(" = ");
            entries.Add((key, reader.ReadValue()));
            reader.Take("\n");
        }

        return entries;
    }

    /// <summary>A single literal, nothing after it.</summary>
    public static OptionValue ReadLiteral(string text)
    {
        var reader = new PythonReader(text);
        var value = reader.ReadValue();
        Assert.Equal(text.Length, reader.at);
        return value;
    }

    private OptionValue ReadValue() =>
        text[at] switch
        {
            '"' => ReadString(),
            '[' => OptionValue.List([.. ReadItems('[', ']', out _)]),
            '(' => ReadTuple(),
            '{' => ReadBraces(),
            '-' or (>= '0' and <= '9') => ReadNumber(),
            _ => ReadWord(),
        };

    private OptionValue ReadWord() =>
        ReadName() switch
        {
            "True" => true,
            "False" => false,
            "None" => OptionValue.None,
            "set" when TryTake("()") => OptionValue.Set(),
            var name => throw new FormatException($"{name} is no literal."),
        };

    private OptionValue ReadTuple()
    {
        var items = ReadItems('(', ')', out var comma);
        return items.Count == 1 && !comma
            ? throw new FormatException("Brackets around one value make no tuple.")
            : OptionValue.Tuple([.. items]);
    }

    private List<OptionValue> ReadItems(char open, char close, out bool comma)
    {
        Take(open);
        var items = new List<OptionValue>();
        comma = false;
        SkipBlanks();
        while (!TryTake(close))
        {
            items.Add(ReadValue());
            comma = ReadComma(close);
        }

        return items;
    }

    private OptionValue ReadBraces()
    {
        Take('{');
        SkipBlanks();
        if (TryTake('}'))
        {
            return DictValue.Empty;
        }

        var first = ReadValue();
        return text[at] == ':' ? ReadDict(first) : ReadSet(first);
    }

    private DictValue ReadDict(OptionValue key)
    {
        var entries = new List<(OptionValue, OptionValue)>();
        while (true)
        {
            Take(": ");
            entries.Add((key, ReadValue()));
            ReadComma('}');
            if (TryTake('}'))
            {
                return OptionValue.Dict([.. entries]);
            }

            key = ReadValue();
        }
    }

    private OptionValue ReadSet(OptionValue item)
    {
        var items = new List<OptionValue> { item };
        ReadComma('}');
        while (!TryTake('}'))
        {
            items.Add(ReadValue());
            ReadComma('}');
        }

        return OptionValue.Set([.. items]);
    }

    private bool ReadComma(char close)
    {
        SkipBlanks();
        if (text[at] == close)
        {
            return false;
        }

        Take(',');
        SkipBlanks();
        return true;
    }

    private OptionValue ReadNumber()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '.' or '-' or '+'))
        {
            at++;
        }

        var digits = text[start..at];
        if (digits.AsSpan().ContainsAny('.', 'e'))
        {
            return double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        return long.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    private StringValue ReadString()
    {
        Take('"');
        var value = new StringBuilder();
        while (!TryTake('"'))
        {
            var c = text[at++];
            if (c is < ' ' or > '~')
            {
                throw new FormatException($"U+{(int)c:X4} stands in a text as it is.");
            }

            if (c == '\\')
            {
                AppendEscaped(value);
            }
            else
            {
                value.Append(c);
            }
        }

        return new(value.ToString());
    }

    private void AppendEscaped(StringBuilder value)
    {
        var c = text[at++];
        switch (c)
        {
            case '"' or '\\':
                value.Append(c);
                break;
            case 'n':
                value.Append('\n');
                break;
            case 'r':
                value.Append('\r');
                break;
            case 't':
                value.Append('\t');
                break;
            case 'x':
                value.Append((char)ReadHex(2));
                break;
            case 'u':
                value.Append((char)ReadHex(4));
                break;
            case 'U':
                value.Append(char.ConvertFromUtf32(ReadHex(8)));
                break;
            default:
                throw new FormatException($"Python leaves \\{c} as it is.");
        }
    }

    private int ReadHex(int digits)
    {
        at += digits;
        return int.Parse(
            text.AsSpan(at - digits, digits),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture
        );
    }

    private string ReadName()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }

        return at > start ? text[start..at] : throw new FormatException($"No name at {text[start..]}.");
    }

    private void SkipBlanks()
    {
        while (text[at] is ' ' or '\n')
        {
            at++;
        }
    }

    private void Take(string expected)
    {
        foreach (var c in expected)
        {
            Take(c);
        }
    }

    private void Take(char expected)
    {
        if (!TryTake(expected))
        {
            throw new FormatException($"Expected {expected} at {text[at..]}.");
        }
    }

    private bool TryTake(char expected)
    {
        var found = at < text.Length && text[at] == expected;
        at += found ? 1 : 0;
        return found;
    }

    private bool TryTake(string expected)
    {
        var found = string.CompareOrdinal(text, at, expected, 0, expected.Length) == 0;
        at += found ? expected.Length : 0;
        return found;
    }
}
