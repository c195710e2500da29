using System.Collections.Immutable;
using System.Text;

namespace NetDsl.Emit;

/// <summary>Literals, names, and everything in brackets.</summary>
internal sealed partial class PythonExpressions
{
    private PythonNode ReadAtom()
    {
        var start = tokens.Current.Start;
        switch (tokens.Current.Kind)
        {
            case PythonTokenKind.Name:
                return Leaf(PythonNodeKind.Name, start, ReadName());
            case PythonTokenKind.Number:
                tokens.Advance();
                return Leaf(PythonNodeKind.Number, start, null);
            case PythonTokenKind.String:
                return ReadStrings();
            case PythonTokenKind.Keyword when tokens.Text is "True" or "False" or "None":
                var constant = strings.Get(tokens.Text);
                tokens.Advance();
                return Leaf(PythonNodeKind.Constant, start, constant);
            case PythonTokenKind.Symbol when tokens.Take("..."):
                return Other(start);
            case PythonTokenKind.Symbol when tokens.Text is "(" or "[" or "{":
                return ReadBrackets();
            default:
                tokens.Unexpected("A value");
                return Other(start);
        }
    }

    private PythonNode ReadStrings()
    {
        var start = tokens.Current.Start;
        string? text = "";
        var count = 0;
        StringBuilder? all = null;
        var formatted = PythonFormat.IsFormatted(tokens.Text) ? new List<PythonToken>() : null;
        while (tokens.Current.Kind == PythonTokenKind.String)
        {
            var at = tokens.Current.Start;
            formatted ??= PythonFormat.IsFormatted(tokens.Text) ? [new(PythonTokenKind.String, start, at)] : null;
            formatted?.Add(tokens.Current);
            if (!PythonStringLiteral.TryRead(tokens.Text, strings, out var part, out var wrong))
            {
                var escape = tokens.Text[wrong].ToString();
                at += wrong.Start.Value;
                tokens.Fail(ImportDiagnostics.WrongEscape(source.At(at), escape), at);
                break;
            }

            if (part is null || text is null)
            {
                text = null;
            }
            else if (count == 0)
            {
                text = part;
            }
            else
            {
                (all ??= new StringBuilder(text)).Append(part);
            }

            count++;
            tokens.Advance();
        }

        if (formatted is not null && format.Read(formatted) is { } pieces)
        {
            return Chained(PythonNodeKind.Format, start, pieces);
        }

        return Leaf(PythonNodeKind.String, start, text is null ? null : all?.ToString() ?? text);
    }

    private PythonNode ReadBrackets()
    {
        var begin = tokens.Current.Start;
        if (!Enter())
        {
            return Other(begin);
        }

        var bracket = tokens.Text[0];
        tokens.Advance();
        var value = bracket switch
        {
            '(' => ReadGroup(begin),
            '[' => ReadSequence(PythonNodeKind.List, "]", begin, null),
            _ => ReadBraces(begin),
        };
        depth--;
        return value;
    }

    private PythonNode ReadGroup(int begin)
    {
        if (tokens.Is(")"))
        {
            return ReadSequence(PythonNodeKind.Tuple, ")", begin, null);
        }

        var first = ReadItem();
        if (tokens.Is(",") || BeginsComprehension())
        {
            return ReadSequence(PythonNodeKind.Tuple, ")", begin, first);
        }

        tokens.Close(")", begin);
        return Node(PythonNodeKind.Group, begin, [first]);
    }

    private PythonNode ReadBraces(int begin)
    {
        if (tokens.Is("}") || tokens.Is("**"))
        {
            return ReadDict(begin, null);
        }

        var first = ReadItem();
        return tokens.Is(":") ? ReadDict(begin, first) : ReadSequence(PythonNodeKind.Set, "}", begin, first);
    }

    // Behind the opening bracket, or behind the first item.
    private PythonNode ReadSequence(PythonNodeKind kind, string close, int begin, PythonNode? first)
    {
        var mark = open.Count;
        while (!tokens.HasFailed && (first is not null || !tokens.Is(close)))
        {
            open.Add(first ?? ReadItem());
            first = null;
            if (open.Count == mark + 1 && BeginsComprehension())
            {
                ReadComprehension();
                tokens.Close(close, begin);
                return Chained(
                    PythonNodeKind.Comprehension,
                    begin,
                    TakeOpen(mark),
                    strings.Get(source.Text.AsSpan(begin, 1))
                );
            }

            if (!tokens.Take(","))
            {
                break;
            }
        }

        tokens.Close(close, begin);
        return Node(kind, begin, TakeOpen(mark));
    }

    private PythonNode ReadDict(int begin, PythonNode? key)
    {
        var isComprehension = false;
        var mark = open.Count;
        while (!tokens.HasFailed && (key is not null || !tokens.Is("}")))
        {
            var at = tokens.Current.Start;
            if (key is null && tokens.Take("**"))
            {
                var unpacked = Chained(PythonNodeKind.DoubleStar, at, [ReadBinary(OfBitOr)]);
                open.Add(unpacked);
                open.Add(unpacked);
            }
            else
            {
                open.Add(key ?? Read());
                tokens.Expect(":");
                open.Add(Read());
                if (open.Count == mark + 2 && BeginsComprehension())
                {
                    ReadComprehension();
                    isComprehension = true;
                }
            }

            key = null;
            if (!tokens.Take(","))
            {
                break;
            }
        }

        tokens.Close("}", begin);
        var items = TakeOpen(mark);
        return isComprehension
            ? Chained(PythonNodeKind.Comprehension, begin, items, "{:")
            : Node(PythonNodeKind.Dict, begin, items);
    }

    private bool BeginsComprehension() => tokens.Is("for") || (tokens.Is("async") && tokens.NextIs("for"));

    // Each `for` becomes one more item of what is open.
    private void ReadComprehension()
    {
        while (BeginsComprehension())
        {
            var start = tokens.Current.Start;
            var isAsync = tokens.Take("async");
            tokens.Expect("for");
            var parts = ImmutableArray.CreateBuilder<PythonNode>();
            parts.Add(ReadTargets());
            tokens.Expect("in");
            parts.Add(ReadBinary(OfOr));
            while (tokens.Take("if"))
            {
                parts.Add(tokens.Is("lambda") ? ReadLambda() : ReadBinary(OfOr));
            }

            open.Add(isAsync ? Other(start) : Chained(PythonNodeKind.For, start, parts.ToImmutable()));
        }
    }

    /// <summary>What stands between <c>for</c> and <c>in</c>.</summary>
    public PythonNode ReadTargets()
    {
        var start = tokens.Current.Start;
        var mark = open.Count;
        var isTuple = false;
        do
        {
            var at = tokens.Current.Start;
            var isStarred = tokens.Take("*");
            var target = ReadBinary(OfBitOr);
            open.Add(isStarred ? Chained(PythonNodeKind.Star, at, [target]) : target);
            isTuple |= tokens.Is(",");
        } while (tokens.Take(",") && !tokens.Is("in"));

        var targets = TakeOpen(mark);
        return isTuple ? Chained(PythonNodeKind.Tuple, start, targets) : targets[0];
    }

    // Behind the opening bracket; the function is the first item.
    private ImmutableArray<PythonNode> ReadArguments(PythonNode function, int begin)
    {
        var mark = open.Count;
        open.Add(function);
        if (!Enter())
        {
            return TakeOpen(mark);
        }

        var hasKeywords = false;
        while (!tokens.HasFailed && !tokens.Is(")"))
        {
            var argument = ReadArgument();
            hasKeywords |= argument.Kind == PythonNodeKind.Keyword;
            if (hasKeywords && argument.Kind != PythonNodeKind.Keyword && source.Text[argument.Start] != '*')
            {
                FailAt(argument, "An argument without a name stands behind one with a name.");
            }

            if (BeginsComprehension())
            {
                var inner = open.Count;
                open.Add(argument);
                ReadComprehension();
                argument = Chained(PythonNodeKind.Comprehension, argument.Start, TakeOpen(inner), "(");
            }

            open.Add(argument);

            if (!tokens.Take(","))
            {
                break;
            }
        }

        tokens.Close(")", begin);
        depth--;
        return TakeOpen(mark);
    }

    private void FailAt(PythonNode node, string message) =>
        tokens.Fail(ImportDiagnostics.PythonSyntax(source.At(node.Start), message), node.Start);

    private PythonNode ReadArgument()
    {
        var start = tokens.Current.Start;
        if (tokens.Take("**"))
        {
            return Chained(PythonNodeKind.DoubleStar, start, [Read()]);
        }

        if (tokens.Current.Kind == PythonTokenKind.Name && tokens.NextIs("="))
        {
            var name = ReadName();
            tokens.Expect("=");
            var value = Read();
            return Node(PythonNodeKind.Keyword, start, [value], name);
        }

        return ReadItem();
    }

    private PythonNode ReadSubscript(int begin)
    {
        var start = tokens.Current.Start;
        if (!Enter())
        {
            return Other(start);
        }

        var mark = open.Count;
        var isTuple = false;
        do
        {
            open.Add(ReadIndex());
            isTuple |= tokens.Is(",");
        } while (tokens.Take(",") && !tokens.Is("]"));

        var items = TakeOpen(mark);
        var index = isTuple ? Chained(PythonNodeKind.Tuple, start, items) : items[0];
        tokens.Close("]", begin);
        depth--;
        return index;
    }

    // `a`, `a:b`, `:`, `a:b:c`
    private PythonNode ReadIndex()
    {
        var start = tokens.Current.Start;
        var first = tokens.Is(":") ? Leaf(PythonNodeKind.Missing, start, null) : ReadItem();
        if (!tokens.Is(":"))
        {
            return first;
        }

        var parts = ImmutableArray.CreateBuilder<PythonNode>();
        parts.Add(first);
        while (tokens.Take(":"))
        {
            parts.Add(
                !tokens.Is(":") && !tokens.Is(",") && !tokens.Is("]")
                    ? Read()
                    : Leaf(PythonNodeKind.Missing, tokens.Current.Start, null)
            );
        }

        return Chained(PythonNodeKind.Slice, start, parts.ToImmutable());
    }

    // The arguments are evaluated first, and so the end is behind what they take.
    private PythonNode Leaf(PythonNodeKind kind, int start, string? text) =>
        new(kind, start, tokens.LastEnd) { Text = text };
}
