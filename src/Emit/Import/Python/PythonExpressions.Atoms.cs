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
        var open = tokens.Current.Start;
        if (!Enter())
        {
            return Other(open);
        }

        var bracket = tokens.Text[0];
        tokens.Advance();
        var value = bracket switch
        {
            '(' => ReadGroup(open),
            '[' => ReadSequence(PythonNodeKind.List, "]", open, null),
            _ => ReadBraces(open),
        };
        depth--;
        return value;
    }

    private PythonNode ReadGroup(int open)
    {
        if (tokens.Is(")"))
        {
            return ReadSequence(PythonNodeKind.Tuple, ")", open, null);
        }

        var first = ReadItem();
        if (tokens.Is(",") || BeginsComprehension())
        {
            return ReadSequence(PythonNodeKind.Tuple, ")", open, first);
        }

        tokens.Close(")", open);
        return Node(PythonNodeKind.Group, open, [first]);
    }

    private PythonNode ReadBraces(int open)
    {
        if (tokens.Is("}") || tokens.Is("**"))
        {
            return ReadDict(open, null);
        }

        var first = ReadItem();
        return tokens.Is(":") ? ReadDict(open, first) : ReadSequence(PythonNodeKind.Set, "}", open, first);
    }

    // Behind the opening bracket, or behind the first item.
    private PythonNode ReadSequence(PythonNodeKind kind, string close, int open, PythonNode? first)
    {
        var items = ImmutableArray.CreateBuilder<PythonNode>();
        while (!tokens.HasFailed && (first is not null || !tokens.Is(close)))
        {
            items.Add(first ?? ReadItem());
            first = null;
            if (items.Count == 1 && BeginsComprehension())
            {
                ReadComprehension();
                tokens.Close(close, open);
                return Other(open);
            }

            if (!tokens.Take(","))
            {
                break;
            }
        }

        tokens.Close(close, open);
        return Node(kind, open, items.DrainToImmutable());
    }

    private PythonNode ReadDict(int open, PythonNode? key)
    {
        var isData = true;
        var items = ImmutableArray.CreateBuilder<PythonNode>();
        while (!tokens.HasFailed && (key is not null || !tokens.Is("}")))
        {
            if (key is null && tokens.Take("**"))
            {
                ReadBinary(OfBitOr);
                isData = false;
            }
            else
            {
                items.Add(key ?? Read());
                tokens.Expect(":");
                items.Add(Read());
                if (items.Count == 2 && BeginsComprehension())
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

        tokens.Close("}", open);
        return isData ? Node(PythonNodeKind.Dict, open, items.DrainToImmutable()) : Other(open);
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
    private ImmutableArray<PythonNode> ReadArguments(PythonNode function, int open)
    {
        var items = ImmutableArray.CreateBuilder<PythonNode>();
        items.Add(function);
        if (!Enter())
        {
            return items.ToImmutable();
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

            items.Add(argument);

            if (!tokens.Take(","))
            {
                break;
            }
        }

        tokens.Close(")", open);
        depth--;
        return items.ToImmutable();
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

    private void ReadSubscript(int open)
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

        tokens.Close("]", open);
        depth--;
    }

    // The arguments are evaluated first, and so the end is behind what they take.
    private PythonNode Leaf(PythonNodeKind kind, int start, string? text) =>
        new(kind, start, tokens.LastEnd) { Text = text };
}
