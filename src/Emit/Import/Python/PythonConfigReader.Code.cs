namespace NetDsl.Emit;

/// <summary>The statements that are no data: skipped, kept, and searched for the names that they may change.</summary>
internal sealed partial class PythonConfigReader
{
    private void ReadBlock()
    {
        var begin = tokens.Current.Start;
        while (tokens.Take("@"))
        {
            expressions.Read();
            if (tokens.Current.Kind != PythonTokenKind.NewLine)
            {
                tokens.Unexpected("The end of the line");
            }

            tokens.Advance();
        }

        var isDefinition = tokens.Is("def") || tokens.Is("class") || (tokens.Is("async") && tokens.NextIs("def"));
        if (begin != tokens.Current.Start && !isDefinition)
        {
            tokens.Unexpected("A function or a class");
        }

        var name = DefinedName();
        ReadClause();
        while (!isDefinition && IsKeywordAtLineStart() && PythonKeywords.GoesOn(tokens.Text))
        {
            ReadClause();
        }

        Keep(begin, isDefinition ? PythonStatementKind.Definition : PythonStatementKind.Code);
        if (name is not null && !tokens.HasFailed)
        {
            scope.BindCode(name, begin);
        }
    }

    private string? DefinedName()
    {
        tokens.Take("async");
        if (!tokens.Take("def") && !tokens.Take("class"))
        {
            return null;
        }

        if (tokens.Current.Kind != PythonTokenKind.Name)
        {
            tokens.Unexpected("A name");
        }

        return tokens.Text.ToString();
    }

    // A line that ends in a colon has a block of indented lines; one with a colon inside has its block on the line.
    private void ReadClause()
    {
        var brackets = 0;
        var hasColon = false;
        var lastIsColon = false;
        while (tokens.Current.Kind is not (PythonTokenKind.NewLine or PythonTokenKind.End))
        {
            lastIsColon = false;
            if (tokens.Current.Kind == PythonTokenKind.Symbol)
            {
                brackets +=
                    tokens.Text is "(" or "[" or "{" ? 1
                    : tokens.Text is ")" or "]" or "}" ? -1
                    : 0;
                lastIsColon = brackets == 0 && tokens.Text is ":";
                hasColon |= lastIsColon;
            }

            tokens.Advance();
        }

        tokens.FailIfOpen();
        if (!hasColon)
        {
            tokens.Unexpected("\":\"");
        }

        tokens.Advance();
        if (!lastIsColon)
        {
            return;
        }

        if (tokens.Current.Kind == PythonTokenKind.End || tokens.BeginsLine())
        {
            tokens.Unexpected("An indented block");
        }

        while (tokens.Current.Kind != PythonTokenKind.End && !tokens.BeginsLine())
        {
            tokens.SkipLine();
        }
    }

    private bool IsKeywordAtLineStart() => tokens.Current.Kind == PythonTokenKind.Keyword && tokens.BeginsLine();

    private void ReadImport()
    {
        if (tokens.Take("import"))
        {
            do
            {
                var at = tokens.Current.Start;
                var module = ReadModule();
                BindImport(Alias() ?? module.Split('.')[0], "", module, at);
            } while (tokens.Take(","));
            return;
        }

        tokens.Expect("from");
        var from = ReadModule();
        tokens.Expect("import");
        if (tokens.Take("*"))
        {
            return;
        }

        var open = tokens.Current.Start;
        var hasBrackets = tokens.Take("(");
        do
        {
            var at = tokens.Current.Start;
            var name = ReadName();
            BindImport(Alias() ?? name, name, from, at);
        } while (tokens.Take(",") && !(hasBrackets && tokens.Is(")")));
        if (hasBrackets)
        {
            tokens.Close(")", open);
        }
    }

    private void BindImport(string name, string original, string module, int at)
    {
        if (!tokens.HasFailed)
        {
            scope.Import(
                name,
                original,
                module == "returnn" || module.StartsWith("returnn.", StringComparison.Ordinal),
                at
            );
        }
    }

    private string? Alias() => tokens.Take("as") ? ReadName() : null;

    // Also the dots of a relative import.
    private string ReadModule()
    {
        var begin = tokens.Current.Start;
        while (tokens.Take(".") || tokens.Take("...")) { }

        if (tokens.Is("import"))
        {
            return "";
        }

        ReadName();
        while (tokens.Take("."))
        {
            ReadName();
        }

        return source.Text[begin..Math.Max(tokens.LastEnd, begin)];
    }

    private string ReadName()
    {
        var name = tokens.Text.ToString();
        if (tokens.Current.Kind != PythonTokenKind.Name)
        {
            tokens.Unexpected("A name");
        }

        tokens.Advance();
        return name;
    }

    private void Keep(int begin, PythonStatementKind kind)
    {
        if (tokens.HasFailed)
        {
            return;
        }

        var end = tokens.LastEnd;
        while (end > begin && char.IsWhiteSpace(source.Text[end - 1]))
        {
            end--;
        }

        opaque.Add(new(source.Text[begin..end], source.At(begin), source.At(end)));
        if (kind != PythonStatementKind.Import)
        {
            NoteNames(begin, end, kind);
        }
    }

    private void NoteNames(int begin, int end, PythonStatementKind kind)
    {
        var lexer = new PythonLexer(source, begin);
        var (isMember, isGlobal) = (false, false);
        for (var token = lexer.Next(); token.Start < end && token.Kind != PythonTokenKind.End; token = lexer.Next())
        {
            var text = tokens.TextOf(token);
            if (token.Kind == PythonTokenKind.Name && !isMember)
            {
                NoteName(text.ToString(), kind, isGlobal);
            }

            isMember = token.Kind == PythonTokenKind.Symbol && text is ".";
            isGlobal =
                token.Kind == PythonTokenKind.Keyword
                    ? text is "global"
                    : isGlobal && token.Kind != PythonTokenKind.NewLine;
        }
    }

    private void NoteName(string name, PythonStatementKind kind, bool isGlobal)
    {
        if (kind == PythonStatementKind.Code || isGlobal)
        {
            scope.Change(name);
        }
        else if (kind == PythonStatementKind.Expression)
        {
            scope.Use(name);
        }
    }
}
