using System.Collections.Frozen;

namespace NetDsl.Emit;

/// <summary>Reads a Python config statement by statement. Assignments of data become entries, all else is kept as text.</summary>
internal sealed partial class PythonConfigReader
{
    private readonly List<ImportedDim> dims = [];
    private readonly List<OpaqueStatement> opaque = [];
    private readonly PythonEntries entries = new();
    private readonly PythonScope scope = new();
    private readonly ImportSource source;
    private readonly ICollection<Diagnostic> diagnostics;
    private readonly PythonTokens tokens;
    private readonly PythonExpressions expressions;
    private readonly PythonValues values;
    private readonly RepeatedNames repeated;
    private readonly PythonRun run;
    private readonly Dictionary<string, int> readAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> lastReadAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Begin, int End)> assignments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PythonUnknownException> problems = new(StringComparer.Ordinal);
    private readonly int start;

    private PythonConfigReader(
        ImportSource source,
        int start,
        ICollection<Diagnostic> diagnostics,
        IReadOnlySet<string>? banned
    )
    {
        this.source = source;
        this.start = start;
        this.diagnostics = diagnostics;
        tokens = new PythonTokens(source, start, diagnostics);
        expressions = new PythonExpressions(tokens, source);
        repeated = new RepeatedNames(source, diagnostics);
        values = new PythonValues(source, scope, repeated, diagnostics);
        run = new PythonRun(source, scope, values.Dims, banned);
    }

    /// <summary>The config from <paramref name="start"/> on, whatever could be read of it.</summary>
    public static ImportedConfig Read(ImportSource source, int start, ICollection<Diagnostic> diagnostics)
    {
        var banned = new HashSet<string>(StringComparer.Ordinal);
        for (var reading = 1; ; reading++)
        {
            var found = new List<Diagnostic>();
            var isLast = reading == ImportLimits.MostReadings;
            var reader = new PythonConfigReader(source, start, found, isLast ? null : banned);
            reader.ReadStatements();
            var wrong = reader.Complete();
            if (wrong.Count == 0 || isLast)
            {
                foreach (var diagnostic in found)
                {
                    diagnostics.Add(diagnostic);
                }

                return reader.Result();
            }

            banned.UnionWith(wrong);
        }
    }

    private ImportedConfig Result()
    {
        var config = new Config(ConfigReader.NameOf(source.Path), entries.Values);
        return new(config, ConfigFormat.Python, new ConfigLocations(config, entries.Positions, source))
        {
            Dims = [.. dims],
            Opaque = [.. opaque],
            ChangedByCode = scope.Changed,
            NameUses = [.. values.Uses, .. run.Uses],
            Ends = entries.Ends,
            Asked = [.. run.Asked.Select(asked => new NameUse(asked.Key, source.At(asked.At)))],
            Problems = problems.ToFrozenDictionary(
                problem => problem.Key,
                problem => new RelatedLocation(source.At(problem.Value.At), problem.Value.Message),
                StringComparer.Ordinal
            ),
            UnknownNames = [.. values.Unknown],
            BoundNames = new(source, start, scope),
            Comments =
            [
                .. tokens.Comments.Select(c => new ImportedComment(tokens.TextOf(c).ToString(), source.At(c.Start))),
            ],
        };
    }

    private void ReadStatements()
    {
        var errors = 0;
        while (true)
        {
            if (tokens.HasFailed)
            {
                if (++errors == ImportLimits.MostErrors)
                {
                    diagnostics.Add(ImportDiagnostics.TooManyErrors(source.At(tokens.FailedAt)));
                    return;
                }

                tokens.Restart(PythonRecovery.FindStatement(source.Text, tokens.FailedAt));
            }
            else if (tokens.Current.Kind == PythonTokenKind.End)
            {
                return;
            }
            else
            {
                ReadStatement();
            }
        }
    }

    private void ReadStatement()
    {
        var current = tokens.Current;
        if (current.Start != start && !tokens.BeginsLine())
        {
            tokens.Fail(
                ImportDiagnostics.PythonSyntax(
                    source.At(current.Start),
                    "The line is indented, but belongs to no block."
                ),
                current.Start
            );
        }
        else if (
            tokens.Is("@")
            || (current.Kind == PythonTokenKind.Keyword && PythonKeywords.HasBlock(tokens.Text))
            || IsMatch()
        )
        {
            ReadBlock();
        }
        else
        {
            ReadLine();
        }
    }

    // `match` is a keyword only here.
    private bool IsMatch() =>
        tokens.Current.Kind == PythonTokenKind.Name
        && tokens.Text is "match"
        && tokens.NextKind is PythonTokenKind.Name or PythonTokenKind.Number or PythonTokenKind.String;

    private void ReadLine()
    {
        do
        {
            ReadSimple();
        } while (tokens.Take(";") && tokens.Current.Kind is not (PythonTokenKind.NewLine or PythonTokenKind.End));

        if (tokens.Current.Kind == PythonTokenKind.NewLine)
        {
            tokens.Advance();
        }
        else
        {
            tokens.Unexpected("The end of the line");
        }
    }

    private void ReadSimple()
    {
        var begin = tokens.Current.Start;
        switch (tokens.Current.Kind)
        {
            case PythonTokenKind.Name when tokens.NextIs("="):
                ReadAssignment();
                break;
            case PythonTokenKind.Name when tokens.NextIs(":"):
                ReadAnnotated();
                break;
            case PythonTokenKind.Name when tokens.Text is "type" && tokens.NextKind == PythonTokenKind.Name:
                SkipSimple();
                Keep(begin, PythonStatementKind.Code);
                break;
            case PythonTokenKind.Keyword:
                ReadKeyword(tokens.Text.ToString());
                break;
            default:
                ReadExpression();
                break;
        }
    }

    private void ReadAssignment()
    {
        var begin = tokens.Current.Start;
        var targets = new List<(string Name, int At)>();
        while (tokens.Current.Kind == PythonTokenKind.Name && tokens.NextIs("="))
        {
            targets.Add((tokens.Text.ToString(), tokens.Current.Start));
            tokens.Advance();
            tokens.Advance();
        }

        var value = expressions.ReadList();
        if (tokens.Is("="))
        {
            // `a = b, c = ...`: more than names are assigned.
            ReadTargets(value);
            Keep(begin, PythonStatementKind.Code);
            return;
        }

        Assign(targets, value);
    }

    // `name: type = value`, or only `name: type`.
    private void ReadAnnotated()
    {
        var begin = tokens.Current.Start;
        var name = tokens.Text.ToString();
        tokens.Advance();
        tokens.Expect(":");
        expressions.Read();
        if (tokens.Take("="))
        {
            Assign([(name, begin)], expressions.ReadList());
        }
        else
        {
            Keep(begin, PythonStatementKind.Expression);
        }
    }

    private void ReadExpression()
    {
        var begin = tokens.Current.Start;
        var expression = expressions.ReadList();
        var kind = PythonStatementKind.Expression;
        if (tokens.Is(":"))
        {
            CheckTarget(expression);
            tokens.Advance();
            expressions.Read();
            kind = PythonStatementKind.Code;
        }

        if (tokens.Is("="))
        {
            ReadTargets(expression);
            kind = PythonStatementKind.Code;
        }
        else if (
            tokens.Current.Kind == PythonTokenKind.Symbol
            && tokens.Text is [.., _, '='] and not ("==" or "!=" or "<=" or ">=" or ":=")
        )
        {
            CheckTarget(expression);
            tokens.Advance();
            expressions.ReadList();
            kind = PythonStatementKind.Code;
        }

        Keep(begin, kind);
    }

    private void ReadTargets(PythonNode target)
    {
        while (tokens.Is("="))
        {
            CheckTarget(target);
            tokens.Advance();
            target = expressions.ReadList();
        }
    }

    // Names, members, items, and lists of them can be assigned; of what is not kept as a node, Python must judge.
    private void CheckTarget(PythonNode target)
    {
        switch (target.Kind)
        {
            case PythonNodeKind.Group or PythonNodeKind.Tuple or PythonNodeKind.List:
                foreach (var item in target.Items)
                {
                    CheckTarget(item);
                }

                break;
            case PythonNodeKind.Constant
            or PythonNodeKind.Number
            or PythonNodeKind.String
            or PythonNodeKind.Format
            or PythonNodeKind.Set
            or PythonNodeKind.Dict
            or PythonNodeKind.Sign
            or PythonNodeKind.Binary
            or PythonNodeKind.Call:
                var text = source.Text.AsSpan(target.Start, target.End - target.Start);
                tokens.Fail(
                    ImportDiagnostics.PythonSyntax(
                        source.At(target.Start),
                        $"{ImportDiagnostics.Quote(text)} is no name that could be assigned."
                    ),
                    target.Start
                );
                break;
        }
    }

    private void ReadKeyword(string keyword)
    {
        var begin = tokens.Current.Start;
        switch (keyword)
        {
            case "import" or "from":
                ReadImport();
                Keep(begin, PythonStatementKind.Import);
                break;
            case "lambda" or "not" or "None" or "True" or "False" or "await" or "yield":
                ReadExpression();
                break;
            case "assert" or "raise" or "return":
                SkipSimple();
                Keep(begin, PythonStatementKind.Expression);
                break;
            case "pass" or "del" or "global" or "nonlocal" or "break" or "continue":
                SkipSimple();
                Keep(begin, PythonStatementKind.Code);
                break;
            default:
                tokens.Unexpected("A statement");
                break;
        }
    }

    private void SkipSimple()
    {
        while (tokens.Current.Kind is not (PythonTokenKind.NewLine or PythonTokenKind.End) && !tokens.Is(";"))
        {
            tokens.Advance();
        }

        if (tokens.Current.Kind == PythonTokenKind.End)
        {
            tokens.FailIfOpen();
        }
    }
}
