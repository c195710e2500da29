namespace NetDsl.Emit;

/// <summary>
/// The tokens of a config, with one to look ahead. After the first error in a statement there is nothing but the end, so that
/// every loop over tokens stops by itself; <see cref="Restart"/> goes on with the next statement.
/// </summary>
internal sealed class PythonTokens
{
    private readonly ICollection<Diagnostic> diagnostics;
    private readonly ImportSource source;
    private readonly PythonLexer lexer;
    private PythonToken previous;
    private PythonToken next;
    private int innermost = -1;

    public PythonTokens(ImportSource source, int start, ICollection<Diagnostic> diagnostics)
    {
        this.source = source;
        this.diagnostics = diagnostics;
        lexer = new PythonLexer(source, start);
        Restart(start);
    }

    /// <summary>The token at hand.</summary>
    public PythonToken Current { get; private set; }

    /// <summary>Where the last token that was taken ends.</summary>
    public int LastEnd { get; private set; }

    /// <summary>Whether the statement has an error.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Where the error was.</summary>
    public int FailedAt { get; private set; }

    public IReadOnlyList<PythonToken> Comments => lexer.Comments;

    public ReadOnlySpan<char> Text => TextOf(Current);

    public ReadOnlySpan<char> NextText => TextOf(next);

    /// <summary>The kind of the token behind the one at hand.</summary>
    public PythonTokenKind NextKind => next.Kind;

    public ReadOnlySpan<char> TextOf(PythonToken token) => source.Text.AsSpan(token.Start, token.End - token.Start);

    /// <summary>Begins anew at a place where a statement begins.</summary>
    public void Restart(int offset)
    {
        HasFailed = false;
        LastEnd = offset;
        lexer.Restart(offset);
        next = lexer.Next();
        Advance();
        LastEnd = offset;
    }

    /// <summary>Takes the token at hand.</summary>
    public void Advance()
    {
        if (HasFailed)
        {
            return;
        }

        LastEnd = Current.End;
        previous = Current;
        Current = next;
        if (Current.Kind == PythonTokenKind.Error)
        {
            Fail(lexer.Problem!, Current.Start);
            return;
        }

        innermost = lexer.Depth > 0 ? lexer.InnermostBracket : -1;
        if (Current.Kind != PythonTokenKind.End)
        {
            next = lexer.Next();
        }
    }

    /// <summary>Whether the token at hand is this operator or keyword.</summary>
    public bool Is(string text) =>
        Current.Kind is PythonTokenKind.Symbol or PythonTokenKind.Keyword && Text.SequenceEqual(text);

    /// <summary>Whether the token behind the one at hand is this operator or keyword.</summary>
    public bool NextIs(string text) =>
        next.Kind is PythonTokenKind.Symbol or PythonTokenKind.Keyword && NextText.SequenceEqual(text);

    /// <summary>Takes the token if it is this operator or keyword.</summary>
    public bool Take(string text)
    {
        var isNext = !HasFailed && Is(text);
        if (isNext)
        {
            Advance();
        }

        return isNext;
    }

    /// <summary>Takes the token, or reports that it is missing.</summary>
    public void Expect(string text)
    {
        if (!Take(text))
        {
            Unexpected($"\"{text}\"");
        }
    }

    /// <summary>Skips the rest of a logical line.</summary>
    public void SkipLine()
    {
        while (Current.Kind is not (PythonTokenKind.NewLine or PythonTokenKind.End))
        {
            Advance();
        }

        FailIfOpen();
        Advance();
    }

    /// <summary>Reports a bracket that is still open at the end of the text.</summary>
    public void FailIfOpen()
    {
        if (Current.Kind == PythonTokenKind.End && innermost >= 0)
        {
            Unclosed(innermost);
        }
    }

    /// <summary>Takes the bracket that closes the one at <paramref name="open"/>, or reports that it is missing.</summary>
    public void Close(string bracket, int open)
    {
        if (!Take(bracket) && !Unclosed(open))
        {
            Unexpected($"\",\" or \"{bracket}\"");
        }
    }

    /// <summary>Reports that something else is wanted here.</summary>
    public void Unexpected(string wanted)
    {
        if (HasFailed || (innermost >= 0 && Unclosed(innermost)))
        {
            return;
        }

        var what = Current.Kind switch
        {
            PythonTokenKind.End => "the end of the config",
            PythonTokenKind.NewLine => "the end of the line",
            _ => ImportDiagnostics.Quote(Text),
        };
        Fail(
            ImportDiagnostics.PythonSyntax(source.At(Current.Start), $"{wanted} is expected, not {what}."),
            Current.Start
        );
    }

    /// <summary>Reports an error; only the first in a statement counts.</summary>
    public void Fail(Diagnostic diagnostic, int at)
    {
        if (HasFailed)
        {
            return;
        }

        diagnostics.Add(diagnostic);
        HasFailed = true;
        FailedAt = at;
        Current = new(PythonTokenKind.End, at, at);
    }

    /// <summary>Whether the token at hand is the first of its line, without blanks before it.</summary>
    public bool BeginsLine() => BeginsLine(Current);

    // The innermost bracket is the one that is not closed.
    private bool Unclosed(int open)
    {
        if (HasFailed || !(Current.Kind == PythonTokenKind.End || IsInStatement(out _)))
        {
            return false;
        }

        // At the end nothing was noticed: what follows the bracket may hold more statements. Otherwise the statement at hand is
        // the next one, and the line end before it is the place to go on from.
        var at = IsInStatement(out var statement) ? statement.Start : Current.Start;
        Fail(
            ImportDiagnostics.NotClosed(source.At(open), source.Text[open], source.At(at)),
            Current.Kind == PythonTokenKind.End ? open : at - 1
        );
        return true;
    }

    // Whether a statement begins at hand, or just before, in spite of open brackets: somebody forgot to close one.
    private bool IsInStatement(out PythonToken statement)
    {
        statement = Is("=") ? previous : Current;
        return BeginsLine(statement)
            && statement.Kind switch
            {
                PythonTokenKind.Name => statement != Current || NextIs("="),
                PythonTokenKind.Keyword => PythonKeywords.BeginsStatement(TextOf(statement)),
                _ => false,
            };
    }

    private bool BeginsLine(PythonToken token) =>
        token.Start == 0 || source.Text[token.Start - 1] is '\n' or '\r' or '\f';
}
