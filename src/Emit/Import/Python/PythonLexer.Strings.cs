namespace NetDsl.Emit;

/// <summary>Where string literals end; what they hold is <see cref="PythonStringLiteral"/>'s concern.</summary>
internal sealed partial class PythonLexer
{
    private PythonToken ReadString(int begin, ReadOnlySpan<char> prefix)
    {
        var quote = text[at];
        var isTriple = IsTriple(at);
        var isFormatted = PythonStringLiteral.IsFormatted(prefix);
        at += isTriple ? 3 : 1;
        var isClosed = isFormatted
            ? SkipFormatted(quote, isTriple, PythonStringLiteral.IsRaw(prefix))
            : SkipPlain(quote, isTriple);
        return isClosed
            ? new(PythonTokenKind.String, begin, at)
            : Error(begin, ImportDiagnostics.TextNotClosed(source.At(begin)));
    }

    private bool IsTriple(int offset) =>
        offset + 2 < text.Length && text[offset + 1] == text[offset] && text[offset + 2] == text[offset];

    // Stops at the line end if the literal is not closed on its line, so that the next line can be read.
    private bool SkipPlain(char quote, bool isTriple)
    {
        while (true)
        {
            var rest = text.AsSpan(at);
            var length = isTriple ? rest.IndexOfAny(quote, '\\') : rest.IndexOfAny([quote, '\\', '\n', '\r']);
            if (length < 0)
            {
                at = text.Length;
                return false;
            }

            at += length;
            if (text[at] == '\\')
            {
                SkipEscape();
            }
            else if (text[at] != quote)
            {
                return false;
            }
            else if (!isTriple || IsTriple(at))
            {
                at += isTriple ? 3 : 1;
                return true;
            }
            else
            {
                at++;
            }
        }
    }

    private void SkipEscape() => at = Math.Min(at + 1 + Math.Max(LineEndAt(at + 1), 1), text.Length);

    // f-strings hold expressions, which hold strings, which may be f-strings again: a stack of what is open.
    private bool SkipFormatted(char quote, bool isTriple, bool isRaw)
    {
        var open = new Stack<FormattedPart>([new(quote, isTriple, isRaw)]);
        while (open.TryPeek(out var part))
        {
            if (at >= text.Length || (!part.IsTriple && LineEndAt(at) > 0))
            {
                return false;
            }

            if (part.IsField)
            {
                SkipInField(open, part);
            }
            else
            {
                SkipInText(open, part);
            }
        }

        return true;
    }

    private void SkipInText(Stack<FormattedPart> open, FormattedPart part)
    {
        var c = text[at];
        var next = at + 1 < text.Length ? text[at + 1] : '\0';
        if (c == '\\' && next is not ('{' or '}'))
        {
            var isNamed = next == 'N' && !part.IsRaw && at + 2 < text.Length && text[at + 2] == '{';
            SkipEscape();
            at += isNamed ? 1 : 0;
        }
        else if (c == part.Quote && (!part.IsTriple || IsTriple(at)))
        {
            // The end of the literal, also if it is in the middle of a format.
            at += part.IsTriple ? 3 : 1;
            while (open.Pop().IsFormat)
            {
                open.Pop();
            }
        }
        else if (c == '{' && (next != '{' || part.IsFormat))
        {
            open.Push(part with { IsField = true, IsFormat = false, Brackets = 0 });
            at++;
        }
        else if (c == '}' && part.IsFormat)
        {
            open.Pop();
            open.Pop();
            at++;
        }
        else
        {
            at += c is '{' or '}' && next == c ? 2 : 1;
        }
    }

    private void SkipInField(Stack<FormattedPart> open, FormattedPart part)
    {
        var c = text[at++];
        switch (c)
        {
            case '(' or '[' or '{':
                Replace(open, part with { Brackets = part.Brackets + 1 });
                break;
            case '}' when part.Brackets == 0:
                open.Pop();
                break;
            case ')' or ']' or '}':
                Replace(open, part with { Brackets = Math.Max(part.Brackets - 1, 0) });
                break;
            case ':' when part.Brackets == 0:
                open.Push(part with { IsField = false, IsFormat = true });
                break;
            case '"' or '\'':
                SkipInner(open, at - 1, part);
                break;
        }
    }

    // A string inside a field; its prefix was skipped as part of the expression.
    private void SkipInner(Stack<FormattedPart> open, int begin, FormattedPart around)
    {
        var word = begin;
        while (word > 0 && begin - word < 2 && char.IsAsciiLetter(text[word - 1]))
        {
            word--;
        }

        var prefix = text.AsSpan(word, begin - word);
        var isTriple = IsTriple(begin) && (around.IsTriple || text[begin] != around.Quote);
        at = begin + (isTriple ? 3 : 1);
        if (PythonStringLiteral.IsPrefix(prefix) && PythonStringLiteral.IsFormatted(prefix))
        {
            open.Push(new(text[begin], isTriple, PythonStringLiteral.IsRaw(prefix)));
        }
        else
        {
            SkipPlain(text[begin], isTriple);
        }
    }

    private static void Replace(Stack<FormattedPart> open, FormattedPart part)
    {
        open.Pop();
        open.Push(part);
    }

    private readonly record struct FormattedPart(char Quote, bool IsTriple, bool IsRaw)
    {
        /// <summary>Inside braces, where there is an expression.</summary>
        public bool IsField { get; init; }

        /// <summary>Behind the colon of a field.</summary>
        public bool IsFormat { get; init; }

        /// <summary>Brackets open in the expression.</summary>
        public int Brackets { get; init; }
    }
}
