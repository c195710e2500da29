using System.Buffers;
using System.Text;

namespace NetDsl.Emit;

/// <summary>An expression that stays Python, on one line of printable ASCII if that can be.</summary>
internal static class PythonCodeText
{
    private static readonly SearchValues<char> plain = SearchValues.Create([
        '\t',
        .. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code),
    ]);

    /// <summary>The text from <paramref name="start"/> to <paramref name="end"/> without line ends and comments.</summary>
    public static string OneLine(ImportSource source, int start, int end)
    {
        var slice = source.Text.AsSpan(start, end - start);
        if (!slice.ContainsAnyExcept(plain))
        {
            return slice.ToString();
        }

        var code = new StringBuilder(slice.Length);
        var strings = new ImportStrings();
        var lexer = new PythonLexer(source, start);
        var last = start;
        for (var token = lexer.Next(); token.Start < end && token.Kind != PythonTokenKind.End; token = lexer.Next())
        {
            if (token.Kind == PythonTokenKind.NewLine)
            {
                continue;
            }

            var text = source.Text.AsSpan(token.Start, token.End - token.Start);
            if (token.Start > last && !IsInside(code, text))
            {
                code.Append(' ');
            }

            Append(code, token, text, strings);
            last = token.End;
        }

        return code.ToString();
    }

    private static bool IsInside(StringBuilder code, ReadOnlySpan<char> next) =>
        code.Length == 0 || code[^1] is '(' or '[' or '{' || next is ")" or "]" or "}";

    private static void Append(StringBuilder code, PythonToken token, ReadOnlySpan<char> text, ImportStrings strings)
    {
        if (
            token.Kind == PythonTokenKind.String
            && text.ContainsAnyExcept(plain)
            && PythonStringLiteral.TryRead(text, strings, out var value, out _)
            && value is not null
        )
        {
            LiteralFormatter.AppendString(code, value, ConfigFormat.Python);
        }
        else
        {
            code.Append(text);
        }
    }
}
