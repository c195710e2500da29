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
        while (tokens.Current.Kind == PythonTokenKind.String)
        {
            var at = tokens.Current.Start;
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
                TakeOpen(mark);
                return Other(begin);
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
        var isData = true;
        var mark = open.Count;
        while (!tokens.HasFailed && (key is not null || !tokens.Is("}")))
        {
            if (key is null && tokens.Take("**"))
            {
                ReadBinary(OfBitOr);
                isData = false;
            }
            else
            {
                open.Add(key ?? Read());
                tokens.Expect(":");
                open.Add(Read());
                if (open.Count == mark + 2 && BeginsComprehension())
                {
                    ReadComprehension();
                    isData = false;
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
        return isData ? Node(PythonNodeKind.Dict, begin, items) : Other(begin);
    }

    private bool BeginsComprehension() => tokens.Is("for") || (tokens.Is("async") && tokens.NextIs("for"));

    private void ReadComprehension()
    {
        while (BeginsComprehension())
        {
            tokens.Take("async");
            tokens.Expect("for");
            do
            {
                tokens.Take("*");
                ReadBinary(OfBitOr);
            } while (tokens.Take(",") && !tokens.Is("in"));
            tokens.Expect("in");
            ReadBinary(OfOr);
            while (tokens.Take("if"))
            {
                if (tokens.Is("lambda"))
                {
                    ReadLambda();
                }
                else
                {
                    ReadBinary(OfOr);
                }
            }
        }
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
                ReadComprehension();
                argument = Other(argument.Start);
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
            Read();
            return Other(start);
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

    private void ReadSubscript(int begin)
    {
        if (!Enter())
        {
            return;
        }

        do
        {
            // `a`, `a:b`, `:`, `a:b:c`
            if (!tokens.Is(":"))
            {
                ReadItem();
            }

            while (tokens.Take(":"))
            {
                if (!tokens.Is(":") && !tokens.Is(",") && !tokens.Is("]"))
                {
                    Read();
                }
            }
        } while (tokens.Take(",") && !tokens.Is("]"));

        tokens.Close("]", begin);
        depth--;
    }

    // The arguments are evaluated first, and so the end is behind what they take.
    private PythonNode Leaf(PythonNodeKind kind, int start, string? text) =>
        new(kind, start, tokens.LastEnd) { Text = text };
}
