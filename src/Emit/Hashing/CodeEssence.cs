using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace NetDsl.Emit;

/// <summary>What Python makes of code, whatever its layout: comments, blanks, kinds of quotes and commas before a bracket say nothing.</summary>
internal static class CodeEssence
{
    private const int TabWidth = 8;

    /// <summary>The logical lines of statements. Texts that stand alone, such as those that document a function, are none.</summary>
    internal static ImmutableArray<CodeLine> LinesOf(string code)
    {
        var source = new ImportSource(code, "");
        var lexer = new PythonLexer(source, 0);
        var lines = ImmutableArray.CreateBuilder<CodeLine>();
        var indents = new List<int> { 0 };
        var line = new List<PythonToken>();
        while (true)
        {
            var token = lexer.Next();
            if (token.Kind == PythonTokenKind.Error)
            {
                return Raw(code);
            }

            if (token.Kind is not (PythonTokenKind.NewLine or PythonTokenKind.End))
            {
                line.Add(token);
                continue;
            }

            if (line.Count > 0 && line.Exists(part => part.Kind != PythonTokenKind.String))
            {
                var level = LevelOf(code, line[0].Start, indents);
                lines.Add(
                    new(string.Create(CultureInfo.InvariantCulture, $"{level} {Joined(code, line)}"), Shown(code, line))
                );
            }

            line.Clear();
            if (token.Kind == PythonTokenKind.End)
            {
                return lines.ToImmutable();
            }
        }
    }

    /// <summary>An expression as Python reads it; the text itself if it is none.</summary>
    internal static string OfExpression(string code)
    {
        var lexer = new PythonLexer(new ImportSource(code, ""), 0);
        var tokens = new List<PythonToken>();
        for (var token = lexer.Next(); token.Kind != PythonTokenKind.End; token = lexer.Next())
        {
            if (token.Kind == PythonTokenKind.Error)
            {
                return code.Trim();
            }

            if (token.Kind != PythonTokenKind.NewLine)
            {
                tokens.Add(token);
            }
        }

        return Joined(code, tokens);
    }

    private static ImmutableArray<CodeLine> Raw(string code) =>
        [
            .. code.Split('\n')
                .Select(line => line.TrimEnd())
                .Where(line => line.Length > 0)
                .Select(line => new CodeLine(line, line.TrimStart())),
        ];

    private static string Shown(string code, List<PythonToken> line)
    {
        var text = code.AsSpan(line[0].Start, line[^1].End - line[0].Start);
        var end = text.IndexOfAny('\n', '\r');
        return (end < 0 ? text : text[..end]).TrimEnd().ToString();
    }

    private static int LevelOf(string code, int start, List<int> indents)
    {
        var begin = code.AsSpan(0, start).LastIndexOfAny('\n', '\r') + 1;
        var column = 0;
        foreach (var c in code.AsSpan(begin, start - begin))
        {
            column = c == '\t' ? (column / TabWidth * TabWidth) + TabWidth : column + 1;
        }

        while (indents.Count > 1 && indents[^1] > column)
        {
            indents.RemoveAt(indents.Count - 1);
        }

        if (column > indents[^1])
        {
            indents.Add(column);
        }

        return indents.Count - 1;
    }

    private static string Joined(string code, List<PythonToken> tokens)
    {
        var text = new StringBuilder();
        var strings = new ImportStrings();
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            var word = code.AsSpan(token.Start, token.End - token.Start);
            if (token.Kind == PythonTokenKind.String && ValueOf(word, strings) is { } value)
            {
                while (
                    at + 1 < tokens.Count
                    && tokens[at + 1] is { Kind: PythonTokenKind.String } next
                    && ValueOf(code.AsSpan(next.Start, next.End - next.Start), strings) is { } more
                )
                {
                    value += more;
                    at++;
                }

                LiteralFormatter.AppendString(text, value, ConfigFormat.Python);
            }
            else if (token.Kind == PythonTokenKind.Number && PythonNumber.Value(word, isNegative: false) is { } number)
            {
                text.Append(CanonicalText.NumberOf(number));
            }
            else if (word is not "," || !IsIdle(code, tokens, at))
            {
                text.Append(word);
            }
            else
            {
                continue;
            }

            text.Append(' ');
        }

        return text.ToString();
    }

    private static string? ValueOf(ReadOnlySpan<char> literal, ImportStrings strings) =>
        PythonStringLiteral.TryRead(literal, strings, out var value, out _) ? value : null;

    // A comma before the closing bracket of a list, a dict or a call; that of a tuple of one, or of a subscript, is none of them.
    private static bool IsIdle(string code, List<PythonToken> tokens, int comma)
    {
        if (comma + 1 >= tokens.Count || !IsBracket(code, tokens[comma + 1], ")]}"))
        {
            return false;
        }

        var depth = 0;
        var commas = 0;
        for (var at = comma - 1; at >= 0; at--)
        {
            if (IsBracket(code, tokens[at], ")]}"))
            {
                depth++;
            }
            else if (IsBracket(code, tokens[at], "([{") && depth-- == 0)
            {
                var follows =
                    at > 0
                    && (
                        tokens[at - 1].Kind is PythonTokenKind.Name or PythonTokenKind.String
                        || IsBracket(code, tokens[at - 1], ")]}")
                    );
                return code[tokens[at].Start] switch
                {
                    '{' => true,
                    '[' => !follows,
                    _ => follows || commas > 0,
                };
            }
            else if (depth == 0 && code[tokens[at].Start] == ',')
            {
                commas++;
            }
        }

        return false;
    }

    private static bool IsBracket(string code, PythonToken token, string brackets) =>
        token.Kind == PythonTokenKind.Symbol && brackets.Contains(code[token.Start], StringComparison.Ordinal);
}
