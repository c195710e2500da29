using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace NetDsl.Emit;

/// <summary>From text to statements with their blocks. Errors are no concern of it: who reads the config has reported them.</summary>
internal sealed class PythonStatements
{
    private const int TabWidth = 8;

    private readonly ImportSource source;
    private readonly PythonTokens tokens;
    private readonly PythonExpressions expressions;
    private int depth;

    private PythonStatements(ImportSource source, int start)
    {
        this.source = source;
        tokens = new PythonTokens(source, start, []);
        expressions = new PythonExpressions(tokens, source);
    }

    /// <summary>The statement at a place: with its blocks, or one of several on a line. Null if it cannot be read.</summary>
    public static PythonStatement? Read(ImportSource source, int start)
    {
        var statements = new PythonStatements(source, start);
        var statement = statements.IsCompound() ? statements.ReadCompound() : statements.ReadSimple();
        return statements.tokens.HasFailed ? null : statement;
    }

    private bool IsCompound() =>
        tokens.Is("@") || (tokens.Current.Kind == PythonTokenKind.Keyword && PythonKeywords.HasBlock(tokens.Text));

    private PythonStatement ReadCompound()
    {
        var start = tokens.Current.Start;
        if (depth >= ImportLimits.DeepestNesting / 2 || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            tokens.Unexpected("A statement");
            return new(PythonRunKind.Other, start);
        }

        depth++;
        var statement = tokens.Text switch
        {
            "if" => ReadIf(),
            "for" => ReadFor(),
            "while" => ReadWhile(),
            "def" => ReadFunction(),
            _ => SkipCompound(start),
        };
        depth--;
        return statement;
    }

    // Also for `elif`.
    private PythonStatement ReadIf()
    {
        var column = Column();
        var start = tokens.Current.Start;
        tokens.Advance();
        var condition = expressions.Read();
        var body = ReadBlock(column);
        ImmutableArray<PythonStatement> otherwise =
            GoesOn("elif", column) ? [ReadIf()]
            : GoesOn("else", column) ? ReadElse(column)
            : [];
        return new(PythonRunKind.If, start)
        {
            Nodes = [condition],
            Body = body,
            Otherwise = otherwise,
        };
    }

    private bool GoesOn(string keyword, int column) => !tokens.HasFailed && tokens.Is(keyword) && Column() == column;

    private ImmutableArray<PythonStatement> ReadElse(int column)
    {
        tokens.Advance();
        return ReadBlock(column);
    }

    private PythonStatement ReadFor()
    {
        var column = Column();
        var start = tokens.Current.Start;
        tokens.Advance();
        var target = expressions.ReadTargets();
        tokens.Expect("in");
        var values = expressions.ReadList();
        return new(PythonRunKind.For, start)
        {
            Nodes = [target, values],
            Body = ReadBlock(column),
            Otherwise = GoesOn("else", column) ? ReadElse(column) : [],
        };
    }

    private PythonStatement ReadWhile()
    {
        var column = Column();
        var start = tokens.Current.Start;
        tokens.Advance();
        return new(PythonRunKind.While, start)
        {
            Nodes = [expressions.Read()],
            Body = ReadBlock(column),
            Otherwise = GoesOn("else", column) ? ReadElse(column) : [],
        };
    }

    private PythonStatement ReadFunction()
    {
        var column = Column();
        var start = tokens.Current.Start;
        tokens.Advance();
        var name = tokens.Text.ToString();
        tokens.Advance();
        tokens.Expect("(");
        var parameters = expressions.ReadParameters(")");
        tokens.Expect(")");
        if (tokens.Take("->"))
        {
            expressions.Read();
        }

        return new(PythonRunKind.Function, start)
        {
            Text = name,
            Nodes = parameters,
            Body = ReadBlock(column),
        };
    }

    // `try`, `with`, `class`, and what is decorated: skipped with all that is indented more.
    private PythonStatement SkipCompound(int start)
    {
        var column = Column();
        do
        {
            tokens.SkipLine();
        } while (
            !tokens.HasFailed
            && tokens.Current.Kind != PythonTokenKind.End
            && (
                Column() > column
                || (
                    Column() == column
                    && (PythonKeywords.GoesOn(tokens.Text) || source.Text[start] == '@')
                    && IsCompoundOrGoesOn()
                )
            )
        );
        return new(PythonRunKind.Other, start);
    }

    private bool IsCompoundOrGoesOn() => IsCompound() || PythonKeywords.GoesOn(tokens.Text);

    private ImmutableArray<PythonStatement> ReadBlock(int column)
    {
        tokens.Expect(":");
        var body = ImmutableArray.CreateBuilder<PythonStatement>();
        if (tokens.Current.Kind != PythonTokenKind.NewLine)
        {
            ReadLine(body);
            return body.ToImmutable();
        }

        tokens.Advance();
        var inner = Column();
        if (tokens.Current.Kind == PythonTokenKind.End || inner <= column)
        {
            tokens.Unexpected("An indented block");
        }

        while (!tokens.HasFailed && tokens.Current.Kind != PythonTokenKind.End && Column() == inner)
        {
            if (IsCompound())
            {
                body.Add(ReadCompound());
            }
            else
            {
                ReadLine(body);
            }
        }

        if (tokens.Current.Kind != PythonTokenKind.End && Column() > column)
        {
            tokens.Unexpected("A line that is indented as those before");
        }

        return body.ToImmutable();
    }

    private void ReadLine(ImmutableArray<PythonStatement>.Builder body)
    {
        do
        {
            body.Add(ReadSimple());
        } while (tokens.Take(";") && tokens.Current.Kind is not (PythonTokenKind.NewLine or PythonTokenKind.End));

        if (tokens.Current.Kind == PythonTokenKind.NewLine)
        {
            tokens.Advance();
        }
        else if (tokens.Current.Kind != PythonTokenKind.End)
        {
            tokens.Unexpected("The end of the line");
        }
    }

    private PythonStatement ReadSimple()
    {
        var start = tokens.Current.Start;
        if (tokens.Current.Kind != PythonTokenKind.Keyword)
        {
            return ReadExpression(start);
        }

        switch (tokens.Text)
        {
            case "return":
                tokens.Advance();
                return new(PythonRunKind.Return, start) { Nodes = EndsSimple() ? [] : [expressions.ReadList()] };
            case "pass":
                return Skip(PythonRunKind.Pass, start);
            case "break":
                return Skip(PythonRunKind.Break, start);
            case "continue":
                return Skip(PythonRunKind.Continue, start);
            case "del":
                tokens.Advance();
                return new(PythonRunKind.Delete, start) { Nodes = [expressions.ReadList()] };
            case "assert":
                return ReadAssert(start);
            case "global":
                return ReadNames(start);
            case "lambda" or "not" or "None" or "True" or "False":
                return ReadExpression(start);
            default:
                return Skip(PythonRunKind.Other, start);
        }
    }

    private PythonStatement ReadAssert(int start)
    {
        tokens.Advance();
        var condition = expressions.Read();
        if (tokens.Take(","))
        {
            expressions.Read();
        }

        return new(PythonRunKind.Assert, start) { Nodes = [condition] };
    }

    private PythonStatement ReadNames(int start)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        do
        {
            tokens.Advance();
            names.Add(tokens.Text.ToString());
            tokens.Advance();
        } while (tokens.Is(","));

        return new(PythonRunKind.Global, start) { Names = names.ToImmutable() };
    }

    private PythonStatement ReadExpression(int start)
    {
        var nodes = ImmutableArray.CreateBuilder<PythonNode>();
        nodes.Add(expressions.ReadList());
        if (tokens.Take(":"))
        {
            expressions.Read();
            if (!tokens.Is("="))
            {
                return new(PythonRunKind.Pass, start);
            }
        }

        while (tokens.Take("="))
        {
            nodes.Add(expressions.ReadList());
        }

        if (nodes.Count > 1)
        {
            return new(PythonRunKind.Assign, start) { Nodes = nodes.ToImmutable() };
        }

        if (
            tokens.Current.Kind == PythonTokenKind.Symbol
            && tokens.Text is [.., _, '='] and not ("==" or "!=" or "<=" or ">=" or ":=")
        )
        {
            var op = tokens.Text[..^1].ToString();
            tokens.Advance();
            nodes.Add(expressions.ReadList());
            return new(PythonRunKind.Augment, start) { Nodes = nodes.ToImmutable(), Text = op };
        }

        return new(PythonRunKind.Expression, start) { Nodes = nodes.ToImmutable() };
    }

    private bool EndsSimple() =>
        tokens.Current.Kind is PythonTokenKind.NewLine or PythonTokenKind.End || tokens.Is(";");

    private PythonStatement Skip(PythonRunKind kind, int start)
    {
        while (!EndsSimple())
        {
            tokens.Advance();
        }

        return new(kind, start);
    }

    // Of the token at hand, in blanks; a tab goes to the next multiple of eight.
    private int Column()
    {
        var text = source.Text.AsSpan(0, tokens.Current.Start);
        var column = 0;
        foreach (var c in text[(text.LastIndexOfAny('\n', '\r') + 1)..])
        {
            column = c == '\t' ? (column / TabWidth * TabWidth) + TabWidth : column + 1;
        }

        return column;
    }
}
