using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetDsl.Emit;

/// <summary>
/// Python's expressions, all of them: what is data becomes nodes, the rest is only checked and its place noted. Recursion is
/// bounded by <see cref="ImportLimits.DeepestNesting"/>.
/// </summary>
internal sealed partial class PythonExpressions(PythonTokens tokens, ImportSource source)
{
    private const int OfComparison = 4;
    private const int OfBitOr = 5;
    private const int OfNot = 3;
    private const int OfAnd = 2;
    private const int OfOr = 1;

    private readonly ImportStrings strings = new();
    private readonly PythonFormat format = new(source);
    private readonly List<PythonNode> open = [];
    private int depth;

    /// <summary>Expressions with commas between them: one, or a tuple without brackets.</summary>
    public PythonNode ReadList()
    {
        var start = tokens.Current.Start;
        var first = ReadItem(mayName: false);
        if (!tokens.Is(","))
        {
            return first;
        }

        var mark = open.Count;
        open.Add(first);
        while (tokens.Take(",") && !EndsList())
        {
            open.Add(ReadItem(mayName: false));
        }

        return Node(PythonNodeKind.Tuple, start, TakeOpen(mark));
    }

    /// <summary>One expression.</summary>
    public PythonNode Read()
    {
        var start = tokens.Current.Start;
        if (tokens.Is("lambda"))
        {
            return ReadLambda();
        }

        if (tokens.Is("yield"))
        {
            return ReadYield();
        }

        var value = ReadBinary(OfOr);
        if (!tokens.Take("if"))
        {
            return value;
        }

        var condition = ReadBinary(OfOr);
        tokens.Expect("else");
        var otherwise = value;
        if (Enter())
        {
            otherwise = Read();
            depth--;
        }

        return Chained(PythonNodeKind.Conditional, start, [value, condition, otherwise]);
    }

    private bool EndsList() =>
        tokens.Current.Kind is PythonTokenKind.NewLine or PythonTokenKind.End
        || (tokens.Current.Kind == PythonTokenKind.Symbol && tokens.Text is "=" or ")" or "]" or "}" or ";" or ":")
        || (tokens.Current.Kind == PythonTokenKind.Symbol && tokens.Text.Length > 1 && tokens.Text[^1] == '=');

    // An item of a list: `*a`, an expression, or in brackets `a := b`.
    private PythonNode ReadItem(bool mayName = true)
    {
        var start = tokens.Current.Start;
        if (tokens.Take("*"))
        {
            return Chained(PythonNodeKind.Star, start, [ReadBinary(OfBitOr)]);
        }

        var value = Read();
        if (mayName && value.Kind == PythonNodeKind.Name && tokens.Take(":="))
        {
            Read();
            return Other(start);
        }

        return value;
    }

    private PythonNode ReadLambda()
    {
        var start = tokens.Current.Start;
        tokens.Expect("lambda");
        var parts = ReadParameters(":").ToBuilder();
        tokens.Expect(":");
        if (Enter())
        {
            parts.Add(Read());
            depth--;
        }

        return Chained(PythonNodeKind.Lambda, start, parts.ToImmutable());
    }

    /// <summary>The parameters of a function up to what closes them; types of them are skipped.</summary>
    public ImmutableArray<PythonNode> ReadParameters(string close)
    {
        var parameters = ImmutableArray.CreateBuilder<PythonNode>();
        while (!tokens.Is(close) && !tokens.HasFailed)
        {
            parameters.Add(ReadParameter(mayHaveType: close == ")"));
            if (!tokens.Take(",") && !tokens.Is(close))
            {
                tokens.Unexpected($"\",\" or \"{close}\"");
            }
        }

        return parameters.ToImmutable();
    }

    // `/` and `*` can stand alone.
    private PythonNode ReadParameter(bool mayHaveType)
    {
        var start = tokens.Current.Start;
        var stars =
            tokens.Take("/") ? "/"
            : tokens.Take("**") ? "**"
            : tokens.Take("*") ? "*"
            : "";
        if (stars == "/" || (stars == "*" && tokens.Is(",")))
        {
            return Leaf(PythonNodeKind.Parameter, start, stars);
        }

        var name = stars + ReadName();
        if (mayHaveType && tokens.Take(":"))
        {
            Read();
        }

        return tokens.Take("=")
            ? Chained(PythonNodeKind.Parameter, start, [Read()], name)
            : Leaf(PythonNodeKind.Parameter, start, name);
    }

    private PythonNode ReadYield()
    {
        var start = tokens.Current.Start;
        tokens.Expect("yield");
        if (tokens.Take("from") || !EndsList())
        {
            if (Enter())
            {
                ReadList();
                depth--;
            }
        }

        return Other(start);
    }

    private PythonNode ReadBinary(int weakest)
    {
        var start = tokens.Current.Start;
        var left = weakest <= OfNot && tokens.Is("not") ? ReadNot() : ReadUnary();
        while (BinaryOperator(out var strength, out var length) && strength >= weakest)
        {
            var op = strings.Get(tokens.Text);
            for (var i = 0; i < length; i++)
            {
                op = i == 0 ? op : $"{op} {tokens.Text}";
                tokens.Advance();
            }

            left = Joined(start, left, op, strength, ReadBinary(strength + 1));
        }

        return left;
    }

    private PythonNode Joined(int start, PythonNode left, string op, int strength, PythonNode right) =>
        (left.Depth, right.Depth) is not (< ImportLimits.DeepestNesting, < ImportLimits.DeepestNesting)
            ? Other(start)
            : strength switch
            {
                OfOr => Node(PythonNodeKind.Or, start, [left, right]),
                OfAnd => Node(PythonNodeKind.And, start, [left, right]),
                // `a < b < c` is one comparison of three; `(a < b) < c` has a group on its left.
                OfComparison when left.Kind == PythonNodeKind.Compare => Node(
                    PythonNodeKind.Compare,
                    start,
                    left.Items.Add(right),
                    $"{left.Text},{op}"
                ),
                OfComparison => Node(PythonNodeKind.Compare, start, [left, right], op),
                _ => Node(PythonNodeKind.Binary, start, [left, right], op),
            };

    private PythonNode ReadNot()
    {
        var start = tokens.Current.Start;
        tokens.Expect("not");
        if (!Enter())
        {
            return Other(start);
        }

        var operand = ReadBinary(OfNot);
        depth--;
        return Chained(PythonNodeKind.Not, start, [operand]);
    }

    // Strength as in Python's table of precedence; `not in` and `is not` are two tokens.
    private bool BinaryOperator(out int strength, out int length)
    {
        (strength, length) = (0, 1);
        if (tokens.Current.Kind is not (PythonTokenKind.Symbol or PythonTokenKind.Keyword))
        {
            return false;
        }

        switch (tokens.Text)
        {
            case "or":
                strength = OfOr;
                break;
            case "and":
                strength = OfAnd;
                break;
            case "not" when tokens.NextIs("in"):
                (strength, length) = (OfComparison, 2);
                break;
            case "is":
                (strength, length) = (OfComparison, tokens.NextIs("not") ? 2 : 1);
                break;
            case "in" or "<" or ">" or "==" or ">=" or "<=" or "!=":
                strength = OfComparison;
                break;
            case "|":
                strength = OfBitOr;
                break;
            case "^":
                strength = 6;
                break;
            case "&":
                strength = 7;
                break;
            case "<<" or ">>":
                strength = 8;
                break;
            case "+" or "-":
                strength = 9;
                break;
            case "*" or "@" or "/" or "//" or "%":
                strength = 10;
                break;
        }

        return strength > 0;
    }

    private PythonNode ReadUnary()
    {
        var start = tokens.Current.Start;
        if (tokens.Current.Kind == PythonTokenKind.Symbol && tokens.Text is "+" or "-" or "~")
        {
            var op = tokens.Text.ToString();
            tokens.Advance();
            if (!Enter())
            {
                return Other(start);
            }

            var operand = ReadUnary();
            depth--;
            return op == "~" ? Other(start) : Node(PythonNodeKind.Sign, start, [operand], op);
        }

        var isAwaited = tokens.Take("await");
        var value = ReadPostfix();
        if (tokens.Take("**") && Enter())
        {
            var power = ReadUnary();
            depth--;
            value = Joined(start, value, "**", int.MaxValue, power);
        }

        return isAwaited ? Other(start) : value;
    }

    private PythonNode ReadPostfix()
    {
        var start = tokens.Current.Start;
        var value = ReadAtom();
        while (true)
        {
            var bracket = tokens.Current.Start;
            if (tokens.Take("."))
            {
                var name = ReadName();
                value = Chained(PythonNodeKind.Attribute, start, [value], name);
            }
            else if (tokens.Take("("))
            {
                value = Chained(PythonNodeKind.Call, start, ReadArguments(value, bracket));
            }
            else if (tokens.Take("["))
            {
                var index = ReadSubscript(bracket);
                value = Chained(PythonNodeKind.Subscript, start, [value, index]);
            }
            else
            {
                return value;
            }
        }
    }

    // A chain of thousands of calls is no data.
    private PythonNode Chained(PythonNodeKind kind, int start, ImmutableArray<PythonNode> items, string? text = null) =>
        items.All(item => item.Depth < ImportLimits.DeepestNesting) ? Node(kind, start, items, text) : Other(start);

    private string ReadName()
    {
        if (tokens.Current.Kind != PythonTokenKind.Name)
        {
            tokens.Unexpected("A name");
            return "";
        }

        var name = strings.Get(tokens.Text);
        tokens.Advance();
        return name;
    }

    private bool Enter()
    {
        if (depth >= ImportLimits.DeepestNesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            tokens.Fail(ImportDiagnostics.TooDeep(source.At(tokens.Current.Start)), tokens.Current.Start);
            return false;
        }

        depth++;
        return true;
    }

    private PythonNode Node(PythonNodeKind kind, int start, ImmutableArray<PythonNode> items, string? text = null) =>
        new(kind, start, tokens.LastEnd) { Items = items, Text = text };

    // The nodes since a mark, which are the items of a container that is read to its end.
    private ImmutableArray<PythonNode> TakeOpen(int mark)
    {
        var items = ImmutableArray.Create(CollectionsMarshal.AsSpan(open)[mark..]);
        open.RemoveRange(mark, open.Count - mark);
        return items;
    }

    private PythonNode Other(int start) => new(PythonNodeKind.Other, start, tokens.LastEnd);
}
