using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>The texts and fields of f-strings.</summary>
internal sealed class PythonFormat(ImportSource source)
{
    // Each field is read from a copy of the text before its end; more is a text made to blow up.
    private const long MostCopied = 200_000_000;
    private const char Open = '{';
    private const char Close = '}';

    private readonly ImportStrings strings = new();
    private long copied;

    /// <summary>Whether a string literal is an f-string.</summary>
    public static bool IsFormatted(ReadOnlySpan<char> literal) =>
        literal[0] is not ('"' or '\'') && literal[..literal.IndexOfAny('"', '\'')].ContainsAny('f', 'F');

    /// <summary>The pieces of adjacent literals, some of which are f-strings; null if they are too much for us.</summary>
    public ImmutableArray<PythonNode>? Read(List<PythonToken> literals)
    {
        var pieces = ImmutableArray.CreateBuilder<PythonNode>();
        foreach (var literal in literals)
        {
            // Literals before the first f-string may have become one token.
            var lexer = new PythonLexer(source, literal.Start);
            for (var token = lexer.Next(); token.Start < literal.End; token = lexer.Next())
            {
                if (token.Kind == PythonTokenKind.String && !Add(pieces, token))
                {
                    return null;
                }

                if (token.Kind is PythonTokenKind.Error or PythonTokenKind.End)
                {
                    break;
                }
            }
        }

        return pieces.ToImmutable();
    }

    private bool Add(ImmutableArray<PythonNode>.Builder pieces, PythonToken token)
    {
        var literal = source.Text.AsSpan(token.Start, token.End - token.Start);
        var quoteAt = literal.IndexOfAny('"', '\'');
        var prefix = literal[..quoteAt];
        var quotes = literal.Length - quoteAt >= 6 && literal[quoteAt + 1] == literal[quoteAt] ? 3 : 1;
        if (!IsFormatted(literal))
        {
            return AddText(pieces, literal.ToString(), token.Start);
        }

        var quote = literal.Slice(quoteAt, quotes).ToString();
        var raw = PythonStringLiteral.IsRaw(prefix) ? "r" : "";
        var end = token.End - quotes;
        var text = new System.Text.StringBuilder();
        var at = token.Start + quoteAt + quotes;
        while (at < end)
        {
            var c = source.Text[at];
            var isDouble = at + 1 < end && source.Text[at + 1] == c;
            if (c is not (Open or Close) || isDouble)
            {
                text.Append(c);
                at += c is Open or Close ? 2 : 1;
                continue;
            }

            // Braces behind a backslash, such as those of \N{...}, are no fields.
            if (
                c == Close
                || (
                    text.Length > 0
                    && text[^1] is '\\' or 'N'
                    && text.ToString().Contains('\\', StringComparison.Ordinal)
                )
            )
            {
                return false;
            }

            if (!AddText(pieces, raw + quote + text + quote, at) || ReadField(at, end, out var next) is not { } field)
            {
                return false;
            }

            text.Clear();
            pieces.Add(field);
            at = next;
        }

        return AddText(pieces, raw + quote + text + quote, token.Start);
    }

    private bool AddText(ImmutableArray<PythonNode>.Builder pieces, string literal, int at)
    {
        if (!PythonStringLiteral.TryRead(literal, strings, out var value, out _) || value is null)
        {
            return false;
        }

        if (value.Length > 0)
        {
            pieces.Add(new(PythonNodeKind.String, at, at) { Text = value });
        }

        return true;
    }

    private PythonNode? ReadField(int open, int end, out int next)
    {
        var (colon, close) = FindEnds(open, end);
        next = close + 1;
        copied += colon;
        if (close < 0 || copied > MostCopied || source.Text.AsSpan(colon, close - colon).Contains(Open))
        {
            return null;
        }

        var diagnostics = new List<Diagnostic>();
        var part = new ImportSource(source.Text[..colon], source.Path);
        var tokens = new PythonTokens(part, open + 1, diagnostics);
        var value = new PythonExpressions(tokens, part).ReadList();
        return diagnostics.Count > 0 || tokens.Current.Kind is not (PythonTokenKind.End or PythonTokenKind.NewLine)
            ? null
            : new PythonNode(PythonNodeKind.Field, open, close + 1)
            {
                Items = [value],
                Text = colon == close ? "" : source.Text[(colon + 1)..close],
            };
    }

    // Where the format begins, and where the field ends; the same place if there is no format.
    private (int Colon, int Close) FindEnds(int open, int end)
    {
        var depth = 0;
        var colon = -1;
        for (var at = open + 1; at < end; at++)
        {
            switch (source.Text[at])
            {
                case '"' or '\'' or '!' or '=' or '\\' when colon < 0:
                    if (!SkipText(ref at, end))
                    {
                        return (open, -1);
                    }

                    break;
                case '(' or '[' or Open:
                    depth++;
                    break;
                case ')' or ']':
                    depth--;
                    break;
                case ':' when depth == 0 && colon < 0:
                    colon = at;
                    break;
                case Close when depth-- == 0:
                    return (colon < 0 ? at : colon, at);
            }
        }

        return (open, -1);
    }

    // Texts in fields; conversions (`!r`), `=` and escapes are not read.
    private bool SkipText(ref int at, int end)
    {
        var quote = source.Text[at];
        var isComparison = quote is '!' or '=' && at + 1 < end && source.Text[at + 1] == '=';
        if (isComparison)
        {
            at++;
            return true;
        }

        if (quote is not ('"' or '\''))
        {
            return false;
        }

        var length = source.Text.AsSpan(at + 1, end - at - 1).IndexOf(quote);
        at += length + 1;
        return length >= 0;
    }
}
