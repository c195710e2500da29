using System.Globalization;
using System.Text;

namespace NetDsl.Emit;

/// <summary>
/// From text to tokens, one at a time. It knows brackets, and where logical lines end; indentation is left to who asks for it.
/// Every call takes at least one character, so that the whole text takes as many steps as it is long.
/// </summary>
internal sealed partial class PythonLexer(ImportSource source, int start)
{
    private readonly string text = source.Text;
    private readonly List<int> brackets = [];
    private readonly List<PythonToken> comments = [];
    private bool lineHasTokens;
    private int at = start;

    /// <summary>What is wrong with the last token of kind <see cref="PythonTokenKind.Error"/>.</summary>
    public Diagnostic? Problem { get; private set; }

    /// <summary>How many brackets are open.</summary>
    public int Depth => brackets.Count;

    /// <summary>The offset of the innermost open bracket.</summary>
    public int InnermostBracket => brackets[^1];

    /// <summary>The comments so far, without what ends their lines.</summary>
    public IReadOnlyList<PythonToken> Comments => comments;

    /// <summary>Goes to another place, where a statement begins.</summary>
    public void Restart(int offset)
    {
        at = offset;
        brackets.Clear();
        lineHasTokens = false;
    }

    /// <summary>The next token. At the end of the text it is the end for ever.</summary>
    public PythonToken Next()
    {
        if (SkipBlanks(out var newLine))
        {
            return newLine;
        }

        if (at >= text.Length)
        {
            var kind = lineHasTokens && brackets.Count == 0 ? PythonTokenKind.NewLine : PythonTokenKind.End;
            lineHasTokens = false;
            return new(kind, at, at);
        }

        lineHasTokens = true;
        var c = text[at];
        if (char.IsAsciiLetter(c) || c == '_' || c > '\x7f')
        {
            return ReadWord();
        }

        if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
        {
            return ReadNumber();
        }

        return c is '"' or '\'' ? ReadString(at, "") : ReadSymbol();
    }

    /// <summary>How many characters the line end at an offset has; 0 if there is none.</summary>
    private int LineEndAt(int offset) =>
        offset >= text.Length ? 0
        : text[offset] == '\n' ? 1
        : text[offset] != '\r' ? 0
        : offset + 1 < text.Length && text[offset + 1] == '\n' ? 2
        : 1;

    private bool SkipBlanks(out PythonToken newLine)
    {
        while (at < text.Length)
        {
            var c = text[at];
            if (c is ' ' or '\t' or '\f')
            {
                at++;
            }
            else if (c == '#')
            {
                SkipComment();
            }
            else if (c == '\\' && LineEndAt(at + 1) is > 0 and var length)
            {
                at += 1 + length;
            }
            else if (LineEndAt(at) is > 0 and var end)
            {
                at += end;
                if (lineHasTokens && brackets.Count == 0)
                {
                    lineHasTokens = false;
                    newLine = new(PythonTokenKind.NewLine, at - end, at);
                    return true;
                }
            }
            else
            {
                break;
            }
        }

        newLine = default;
        return false;
    }

    private void SkipComment()
    {
        var length = text.AsSpan(at).IndexOfAny('\n', '\r');
        var end = length < 0 ? text.Length : at + length;

        // A second look at the same place finds the same comments.
        if (comments.Count == 0 || comments[^1].Start < at)
        {
            comments.Add(new(PythonTokenKind.NewLine, at, end));
        }

        at = end;
    }

    private PythonToken ReadWord()
    {
        var begin = at;
        while (at < text.Length && char.IsAscii(text[at]) && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }

        if (at < text.Length && text[at] > '\x7f' && !TrySkipLetters(begin))
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            var code = rune.Value.ToString("X4", CultureInfo.InvariantCulture);
            at += length;
            return Error(
                begin,
                ImportDiagnostics.PythonSyntax(
                    source.At(at - length),
                    $"The character U+{code} can only stand in a text."
                )
            );
        }

        var word = text.AsSpan(begin, at - begin);
        if (at < text.Length && text[at] is '"' or '\'' && PythonStringLiteral.IsPrefix(word))
        {
            return ReadString(begin, word);
        }

        return new(PythonIdentifier.IsKeyword(word) ? PythonTokenKind.Keyword : PythonTokenKind.Name, begin, at);
    }

    // Close to Python's rule for identifiers; false at a character that no identifier can hold.
    private bool TrySkipLetters(int begin)
    {
        while (at < text.Length)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            var isPart = Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.LetterNumber => true,
                UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.ConnectorPunctuation => at > begin || rune.Value == '_',
                _ => false,
            };
            if (!isPart)
            {
                return rune.IsAscii;
            }

            at += length;
        }

        return true;
    }

    private PythonToken ReadNumber()
    {
        var begin = at;
        at += PythonNumber.Length(text.AsSpan(at));
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }

        var number = text.AsSpan(begin, at - begin);
        return PythonNumber.IsNumber(number)
            ? new(PythonTokenKind.Number, begin, at)
            : Error(
                begin,
                ImportDiagnostics.PythonSyntax(source.At(begin), $"{ImportDiagnostics.Quote(number)} is no number.")
            );
    }

    private PythonToken ReadSymbol()
    {
        var begin = at;
        var rest = text.AsSpan(at);
        at += SymbolLength(rest);
        switch (rest[0])
        {
            case '(' or '[' or '{':
                brackets.Add(begin);
                break;
            case ')' or ']' or '}':
                return CloseBracket(begin);
            case '!' when at == begin + 1:
            case '$' or '?' or '`' or '\\' or < ' ' or '\x7f':
                var what = rest[0] is < ' ' or '\x7f'
                    ? "U+" + ((int)rest[0]).ToString("X4", CultureInfo.InvariantCulture)
                    : ImportDiagnostics.Quote(rest[..1]);
                return Error(
                    begin,
                    ImportDiagnostics.PythonSyntax(source.At(begin), $"The character {what} means nothing here.")
                );
        }

        return new(PythonTokenKind.Symbol, begin, at);
    }

    private PythonToken CloseBracket(int begin)
    {
        char? open = brackets.Count > 0 ? text[brackets[^1]] : null;
        if ((open, text[begin]) is ('(', ')') or ('[', ']') or ('{', '}'))
        {
            brackets.RemoveAt(brackets.Count - 1);
            return new(PythonTokenKind.Symbol, begin, at);
        }

        var opened = open is null ? SourceLocation.None : source.At(brackets[^1]);
        return Error(begin, ImportDiagnostics.WrongBracket(source.At(begin), text[begin], open, opened));
    }

    private static int SymbolLength(ReadOnlySpan<char> rest)
    {
        var second = rest.Length > 1 ? rest[1] : '\0';
        var third = rest.Length > 2 ? rest[2] : '\0';
        return rest[0] switch
        {
            '*' or '/' or '<' or '>' when second == rest[0] => third == '=' ? 3 : 2,
            '.' when second == '.' && third == '.' => 3,
            '-' when second == '>' => 2,
            '+'
            or '-'
            or '*'
            or '/'
            or '%'
            or '@'
            or '&'
            or '|'
            or '^'
            or '<'
            or '>'
            or '='
            or '!'
            or ':' when second == '=' => 2,
            _ => 1,
        };
    }

    private PythonToken Error(int begin, Diagnostic problem)
    {
        Problem = problem;
        return new(PythonTokenKind.Error, begin, at);
    }
}
