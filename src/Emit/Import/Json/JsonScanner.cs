using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace NetDsl.Emit;

/// <summary>
/// The characters of RETURNN's JSON (contract 1.2): Python's <c>json.loads</c> after comments are cut out. After the first error
/// there is nothing but the end.
/// </summary>
internal sealed class JsonScanner(ImportSource source, int start, ICollection<Diagnostic> diagnostics)
{
    private const int EscapeDigits = 4;

    private static readonly SearchValues<char> numberChars = SearchValues.Create("+-.0123456789Ee");

    private readonly ImmutableArray<ImportedComment>.Builder comments = ImmutableArray.CreateBuilder<ImportedComment>();
    private readonly ImportStrings strings = new();
    private readonly string text = source.Text;

    /// <summary>The offset of the next character that matters, once blanks are skipped.</summary>
    public int At { get; private set; } = start;

    public bool HasFailed { get; private set; }

    public ImmutableArray<ImportedComment> Comments => comments.ToImmutable();

    /// <summary>The next character behind blanks and comments, or NUL at the end.</summary>
    public char Peek()
    {
        while (!HasFailed && At < text.Length)
        {
            switch (text[At])
            {
                case ' ' or '\t' or '\n' or '\r':
                    At++;
                    break;
                case '/':
                    SkipComment();
                    break;
                default:
                    return text[At];
            }
        }

        return '\0';
    }

    /// <summary>Takes a character if it is the next.</summary>
    public bool Take(char c)
    {
        var isNext = Peek() == c && !AtEnd;
        At += isNext ? 1 : 0;
        return isNext;
    }

    /// <summary>Whether nothing is left.</summary>
    public bool AtEnd => HasFailed || At >= text.Length;

    /// <summary>Takes a word if it is next.</summary>
    public bool TakeWord(string word)
    {
        var isNext = text.AsSpan(At).StartsWith(word) && !IsWordChar(At + word.Length);
        At += isNext ? word.Length : 0;
        return isNext;
    }

    /// <summary>Reports that something else is wanted here, and ends the reading.</summary>
    public void Unexpected(string wanted)
    {
        var what = AtEnd ? "the end of the config" : ImportDiagnostics.Quote(NextWord());
        Fail(ImportDiagnostics.JsonSyntax(source.At(At), $"{wanted} is expected, not {what}."));
    }

    public void Fail(Diagnostic diagnostic)
    {
        if (!HasFailed)
        {
            diagnostics.Add(diagnostic);
            HasFailed = true;
        }
    }

    /// <summary>The text whose opening quote is next.</summary>
    public string ReadText()
    {
        var open = At++;
        var rest = text.AsSpan(At);
        var plain = IndexOfSpecial(rest);
        if (plain >= 0 && rest[plain] == '"')
        {
            At += plain + 1;
            return strings.Get(rest[..plain]);
        }

        var value = new StringBuilder();
        while (!HasFailed)
        {
            rest = text.AsSpan(At);
            plain = IndexOfSpecial(rest);
            if (plain < 0 || rest[plain] is '\n' or '\r')
            {
                Fail(ImportDiagnostics.TextNotClosed(source.At(open)));
                break;
            }

            value.Append(rest[..plain]);
            At += plain;
            if (text[At] == '"')
            {
                At++;
                break;
            }

            AppendEscape(value);
        }

        return value.ToString();
    }

    /// <summary>The number that is next.</summary>
    public OptionValue ReadNumber()
    {
        var rest = text.AsSpan(At);
        var length = rest.IndexOfAnyExcept(numberChars);
        var number = length < 0 ? rest : rest[..length];
        if (!IsNumber(number, out var isReal) || IsWordChar(At + number.Length))
        {
            Unexpected("A value");
            return OptionValue.None;
        }

        At += number.Length;
        if (isReal)
        {
            return double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        // Whole numbers have no bounds in Python.
        return long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? whole
            : new CodeValue(number.ToString());
    }

    private static int IndexOfSpecial(ReadOnlySpan<char> span)
    {
        for (var i = 0; i < span.Length; i++)
        {
            if (span[i] is '"' or '\\' or < ' ')
            {
                return i;
            }
        }

        return -1;
    }

    private void AppendEscape(StringBuilder value)
    {
        if (text[At] < ' ')
        {
            var code = ((int)text[At]).ToString("X4", CultureInfo.InvariantCulture);
            Fail(ImportDiagnostics.JsonSyntax(source.At(At), $"The character U+{code} in a text is not escaped."));
            return;
        }

        var kind = At + 1 < text.Length ? text[At + 1] : '\0';
        var c = kind switch
        {
            '"' or '\\' or '/' => kind,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => '\0',
        };
        var digits = text.AsSpan(Math.Min(At + 2, text.Length));
        if (c != '\0')
        {
            value.Append(c);
            At += 2;
        }
        else if (
            kind == 'u'
            && digits.Length >= EscapeDigits
            && ushort.TryParse(
                digits[..EscapeDigits],
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var code
            )
        )
        {
            value.Append((char)code);
            At += 2 + EscapeDigits;
        }
        else
        {
            var escape = text.AsSpan(At, Math.Min(kind == 'u' ? 2 + EscapeDigits : 2, text.Length - At));
            Fail(ImportDiagnostics.WrongEscape(source.At(At), escape.ToString()));
        }
    }

    private void SkipComment()
    {
        var rest = text.AsSpan(At);
        if (rest.StartsWith("//"))
        {
            // RETURNN strips the text first, so that a line end behind the last comment does not help.
            var length = rest.IndexOfAny('\n', '\r');
            if (length < 0 || rest[length..].IsWhiteSpace())
            {
                Fail(ImportDiagnostics.CommentAtEnd(source.At(At)));
                return;
            }

            AddComment(rest[..length]);
            At += length;
        }
        else if (rest.StartsWith("/*"))
        {
            var length = rest[2..].IndexOf("*/");
            if (length < 0)
            {
                Fail(ImportDiagnostics.JsonSyntax(source.At(At), "The comment that begins here is never closed."));
                return;
            }

            AddComment(rest[..(length + 4)]);
            At += length + 4;
        }
        else
        {
            Fail(ImportDiagnostics.JsonSyntax(source.At(At), "A single \"/\" begins no comment."));
        }
    }

    private void AddComment(ReadOnlySpan<char> comment) =>
        comments.Add(new ImportedComment(comment.ToString(), source.At(At)));

    private static bool IsNumber(ReadOnlySpan<char> number, out bool isReal)
    {
        var at = number.StartsWith('-') ? 1 : 0;
        var whole = CountDigits(number[at..]);
        isReal = false;
        if (whole == 0 || (whole > 1 && number[at] == '0'))
        {
            return false;
        }

        at += whole;
        if (at < number.Length && number[at] == '.')
        {
            isReal = true;
            var digits = CountDigits(number[(at + 1)..]);
            if (digits == 0)
            {
                return false;
            }

            at += 1 + digits;
        }

        if (at < number.Length && number[at] is 'e' or 'E')
        {
            isReal = true;
            at += at + 1 < number.Length && number[at + 1] is '+' or '-' ? 2 : 1;
            var digits = CountDigits(number[at..]);
            if (digits == 0)
            {
                return false;
            }

            at += digits;
        }

        return at == number.Length;
    }

    private static int CountDigits(ReadOnlySpan<char> span)
    {
        var count = span.IndexOfAnyExceptInRange('0', '9');
        return count < 0 ? span.Length : count;
    }

    private bool IsWordChar(int at) => at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_');

    private ReadOnlySpan<char> NextWord()
    {
        var end = At;
        while (IsWordChar(end))
        {
            end++;
        }

        return text.AsSpan(At, Math.Max(end - At, 1));
    }
}
