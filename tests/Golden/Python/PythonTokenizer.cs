using System.Globalization;
using System.Text.RegularExpressions;

namespace NetDsl.Tests.Golden.Python;

/// <summary>Cuts a config into tokens; lines end only outside of brackets.</summary>
internal sealed partial class PythonTokenizer(string text)
{
    private readonly List<PythonToken> tokens = [];
    private int position;
    private int line = 1;
    private int depth;

    public static List<PythonToken> Read(string text)
    {
        var tokenizer = new PythonTokenizer(text);
        while (tokenizer.position < text.Length)
        {
            tokenizer.Next();
        }

        tokenizer.EndLine();
        tokenizer.Add(PythonTokenKind.EndOfFile, "");
        return tokenizer.tokens;
    }

    private void Next()
    {
        var c = text[position];
        if (c == '\n')
        {
            EndLine();
            position++;
            line++;
        }
        else if (c == ' ')
        {
            Space();
        }
        else if (c == '#')
        {
            var end = text.IndexOf('\n', position);
            position = end < 0 ? text.Length : end;
        }
        else if (c is '"' or '\'')
        {
            var (value, end) = PythonString.Read(text, position, line);
            Add(PythonTokenKind.String, text[position..end], value);
            position = end;
        }
        else if (Take(NameAt()) is { } name)
        {
            Add(PythonTokenKind.Name, name);
        }
        else if (Take(NumberAt()) is { } number)
        {
            Number(number);
        }
        else if (Take(SymbolAt()) is { } symbol)
        {
            Symbol(symbol);
        }
        else
        {
            throw new PythonSyntaxException(line, $"the character U+{(int)c:X4} is not expected");
        }
    }

    private void Space()
    {
        var startsLine = position == 0 || text[position - 1] == '\n';
        while (position < text.Length && text[position] == ' ')
        {
            position++;
        }

        if (startsLine && depth == 0 && position < text.Length && text[position] is not ('\n' or '#'))
        {
            throw new PythonSyntaxException(line, "a statement is indented");
        }
    }

    private void Number(string number)
    {
        if (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] is '_' or '.'))
        {
            throw new PythonSyntaxException(line, $"{number}{text[position]} starts no number");
        }

        if (number.All(char.IsAsciiDigit))
        {
            var isPlain = number == "0" || number[0] != '0';
            if (!isPlain || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var whole))
            {
                throw new PythonSyntaxException(line, $"{number} is no whole number");
            }

            Add(PythonTokenKind.Number, number, whole);
            return;
        }

        Add(PythonTokenKind.Number, number, double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    private void Symbol(string symbol)
    {
        depth +=
            symbol is "(" or "[" or "{" ? 1
            : symbol is ")" or "]" or "}" ? -1
            : 0;
        if (depth < 0)
        {
            throw new PythonSyntaxException(line, $"\"{symbol}\" closes nothing");
        }

        Add(PythonTokenKind.Symbol, symbol);
    }

    private void EndLine()
    {
        if (depth == 0 && tokens.Count > 0 && tokens[^1].Kind != PythonTokenKind.EndOfLine)
        {
            Add(PythonTokenKind.EndOfLine, "end of line");
        }
    }

    private string? Take(Regex regex)
    {
        var match = regex.Match(text, position);
        if (!match.Success)
        {
            return null;
        }

        position += match.Length;
        return match.Value;
    }

    private void Add(PythonTokenKind kind, string tokenText, object? value = null) =>
        tokens.Add(new(kind, tokenText, line, value));

    [GeneratedRegex(@"\G[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex NameAt();

    [GeneratedRegex(@"\G([0-9]+\.[0-9]*|\.[0-9]+|[0-9]+)([eE][+-]?[0-9]+)?")]
    private static partial Regex NumberAt();

    [GeneratedRegex(@"\G(//|[()\[\]{},:=.+*-])")]
    private static partial Regex SymbolAt();
}
