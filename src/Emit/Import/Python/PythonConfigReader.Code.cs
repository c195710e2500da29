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
            run.NoteDefinition(name, begin, tokens.LastEnd);
            run.Define(name, begin);
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
            run.Import(name, module, original, at);
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

        if (kind is PythonStatementKind.Code or PythonStatementKind.Expression && run.TryRun(begin, out var assigned))
        {
            if (assigned is not null)
            {
                BindAll(assigned, begin);
                return;
            }

            opaque.Add(new(source.Text[begin..end], source.At(begin), source.At(end)));
            NoteReads(begin, end);
            return;
        }

        opaque.Add(new(source.Text[begin..end], source.At(begin), source.At(end)));
        if (kind is PythonStatementKind.Code or PythonStatementKind.Expression)
        {
            NoteReads(begin, end);
            Forget(begin, end);
        }
        else if (kind == PythonStatementKind.Definition)
        {
            NoteLastReads(run.NamesIn(begin, end), begin);
        }

        if (kind != PythonStatementKind.Import)
        {
            NoteNames(begin, end, kind);
        }
    }

    // The statement was run: what it bound are entries, and it is needed no more.
    private void BindAll(IReadOnlyList<string> names, int begin)
    {
        foreach (var name in names)
        {
            entries.Assign(name, begin);
            entries.Add(name, OptionValue.None, new(begin, begin, null));
            BindComputed(name, run.Global(name)!, begin);
        }
    }

    private void NoteLastReads(IEnumerable<string> names, int at)
    {
        foreach (var name in names)
        {
            lastReadAt[name] = at;
        }
    }

    // What was assigned before counts for the code that read it.
    private void KeepAssignment(string name)
    {
        var (begin, end) = assignments[name];
        var kept = new OpaqueStatement(source.Text[begin..end], source.At(begin), source.At(end));
        if (!opaque.Contains(kept))
        {
            var behind = opaque.FindIndex(other =>
                (other.Start.Line, other.Start.Column).CompareTo((kept.Start.Line, kept.Start.Column)) > 0
            );
            opaque.Insert(behind < 0 ? opaque.Count : behind, kept);
        }
    }

    private void NoteReads(int begin, int end)
    {
        var names = run.NamesIn(begin, end);
        NoteLastReads(names, begin);
        foreach (var name in names)
        {
            if (scope.IsBound(name))
            {
                readAt.TryAdd(name, begin);
            }
        }
    }

    private void Forget(int begin, int end)
    {
        run.ForgetCode(begin, end);
        if (run.Problem is { } problem)
        {
            foreach (var name in run.NamesIn(begin, end))
            {
                problems.TryAdd(name, problem);
            }
        }
    }

    private void Change(string name, int at)
    {
        scope.Change(name);
        run.NoteChange(name, at);
    }

    private void NoteNames(int begin, int end, PythonStatementKind kind)
    {
        // What is understood binds the names that it assigns; anything else may bind whatever it mentions.
        var assigned = kind == PythonStatementKind.Code ? run.NamesAssigned(begin, end) : null;
        var lexer = new PythonLexer(source, begin);
        var (isMember, isGlobal, isDefined) = (false, false, false);
        var token = lexer.Next();
        while (token.Start < end && token.Kind != PythonTokenKind.End)
        {
            var next = lexer.Next();
            var text = tokens.TextOf(token);
            var isCalled = !isDefined && next.Kind == PythonTokenKind.Symbol && source.Text[next.Start] == '(';
            if (token.Kind == PythonTokenKind.Name && !isMember)
            {
                var name = text.ToString();
                var mayBind = kind == PythonStatementKind.Code && (assigned?.Contains(name) ?? !isCalled);
                NoteName(name, kind, isGlobal || mayBind, begin);
            }

            isMember = token.Kind == PythonTokenKind.Symbol && text is ".";
            isDefined = token.Kind == PythonTokenKind.Keyword && text is "def" or "class";
            isGlobal =
                token.Kind == PythonTokenKind.Keyword
                    ? text is "global"
                    : isGlobal && token.Kind != PythonTokenKind.NewLine;
            token = next;
        }
    }

    private void NoteName(string name, PythonStatementKind kind, bool isBound, int at)
    {
        if (run.Problem is { } problem && kind != PythonStatementKind.Definition)
        {
            problems.TryAdd(name, problem);
        }

        if (isBound && kind == PythonStatementKind.Definition && run.MayCall(at, name))
        {
            // Whoever calls the function changes the name; the definition alone does not.
            return;
        }

        if (isBound)
        {
            Change(name, at);
        }
        else if (kind != PythonStatementKind.Definition)
        {
            scope.Use(name);
        }
    }
}
