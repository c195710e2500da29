using System.Globalization;

namespace NetDsl.Reference;

/// <summary>
/// Reads the Python of <c>eval</c> layers as far as it is a formula: numbers, <c>source(i)</c>, operators, and functions of TensorFlow.
/// Runs no code.
/// </summary>
internal sealed class ExpressionParser
{
    // Deeper than people write, and than NetDsl does.
    private const int Deepest = 200;

    private static readonly (string Sign, string Function)[] comparisons =
    [
        ("<=", "less_equal"),
        (">=", "greater_equal"),
        ("==", "equal"),
        ("!=", "not_equal"),
        ("<", "less"),
        (">", "greater"),
    ];

    private readonly string text;
    private int position;
    private int depth;
    private bool failed;

    private readonly DictValue locals;
    private readonly string? variable;

    private ExpressionParser(string text, DictValue locals, string? variable) =>
        (this.text, this.locals, this.variable) = (text, locals, variable);

    /// <summary>The formula; null if the text is something else.</summary>
    /// <param name="text">The text.</param>
    /// <param name="locals">What names in it stand for.</param>
    /// <param name="variable">What the first source is called in it, beside <c>source(0)</c>.</param>
    internal static Formula? Parse(string text, DictValue? locals = null, string? variable = null)
    {
        var parser = new ExpressionParser(text, locals ?? DictValue.Empty, variable);
        var formula = parser.Comparison();
        parser.SkipBlanks();
        return parser.failed || parser.position < text.Length ? null : formula;
    }

    private Formula Comparison()
    {
        var left = Sum();
        foreach (var (sign, function) in comparisons)
        {
            if (Take(sign))
            {
                return new CallFormula(function, [left, Sum()]);
            }
        }

        return left;
    }

    private Formula Sum()
    {
        var left = Product();
        while (!failed)
        {
            if (Take("+"))
            {
                left = new CallFormula("add", [left, Product()]);
            }
            else if (Take("-"))
            {
                left = new CallFormula("sub", [left, Product()]);
            }
            else
            {
                return left;
            }
        }

        return left;
    }

    private Formula Product()
    {
        var left = Signed();
        while (!failed)
        {
            if (Take("//"))
            {
                left = new CallFormula("floordiv", [left, Signed()]);
            }
            else if (!IsNext("**") && Take("*"))
            {
                left = new CallFormula("mul", [left, Signed()]);
            }
            else if (Take("/"))
            {
                left = new CallFormula("truediv", [left, Signed()]);
            }
            else if (Take("%"))
            {
                left = new CallFormula("mod", [left, Signed()]);
            }
            else
            {
                return left;
            }
        }

        return left;
    }

    private Formula Signed()
    {
        if (++depth > Deepest)
        {
            return Fail();
        }

        var formula =
            Take("-") ? new CallFormula("negative", [Signed()])
            : Take("+") ? Signed()
            : Power();
        depth--;
        return formula;
    }

    private Formula Power()
    {
        var left = Atom();
        return Take("**") ? new CallFormula("pow", [left, Signed()]) : left;
    }

    private Formula Atom()
    {
        SkipBlanks();
        if (Take("("))
        {
            var inner = Comparison();
            return Take(")") ? inner : Fail();
        }

        if (position < text.Length && (char.IsAsciiDigit(text[position]) || text[position] == '.'))
        {
            return Number();
        }

        var name = Name();
        return name.Length > 0 && Take("(") ? Call(name)
            : Numbers.Of(locals[name]) is { } number ? new NumberFormula(number)
            : name.Length > 0 && name == variable ? new SourceFormula(0)
            : name.StartsWith("tf.", StringComparison.Ordinal) ? new TypeFormula(name["tf.".Length..])
            : Fail();
    }

    private Formula Call(string name)
    {
        var arguments = new List<Formula>();
        var names = new List<string>();
        while (!failed && !Take(")"))
        {
            if (arguments.Count > 0 && !Take(","))
            {
                return Fail();
            }

            names.Add(ArgumentName());
            arguments.Add(Comparison());
        }

        // Those with names come in the order of these.
        arguments =
        [
            .. names
                .Zip(arguments)
                .OrderBy(item => PlaceOf(item.First), StringComparer.Ordinal)
                .Select(item => item.Second),
        ];

        if (name == "source")
        {
            return arguments is [NumberFormula { Number: var number }] ? new SourceFormula((int)number) : Fail();
        }

        // Functions are known by their last name: tf.nn.relu, tf.math.rsqrt.
        return name.StartsWith("tf.", StringComparison.Ordinal)
            ? new CallFormula(name[(name.LastIndexOf('.') + 1)..], [.. arguments])
            : Fail();
    }

    // In the alphabet, but for the bounds of clip_by_value.
    private static string PlaceOf(string argument) =>
        argument switch
        {
            "clip_value_min" => "v1",
            "clip_value_max" => "v2",
            _ => argument,
        };

    private string ArgumentName()
    {
        var start = position;
        SkipBlanks();
        var name = Name();
        if (name.Length > 0 && !Take("==") && Take("="))
        {
            return name;
        }

        position = start;
        return "";
    }

    private NumberFormula Number()
    {
        var start = position;
        while (
            position < text.Length
            && (
                char.IsAsciiLetterOrDigit(text[position])
                || text[position] == '.'
                || (text[position] is '+' or '-' && IsExponent(text[position - 1]))
            )
        )
        {
            position++;
        }

        return double.TryParse(text.AsSpan(start, position - start), CultureInfo.InvariantCulture, out var number)
            ? new NumberFormula(number)
            : Fail();
    }

    private static bool IsExponent(char character) => character is 'e' or 'E';

    private string Name()
    {
        var start = position;
        while (position < text.Length && (char.IsAsciiLetterOrDigit(text[position]) || text[position] is '_' or '.'))
        {
            position++;
        }

        return text[start..position];
    }

    private bool Take(string sign)
    {
        if (!IsNext(sign))
        {
            return false;
        }

        position += sign.Length;
        return true;
    }

    private bool IsNext(string sign)
    {
        SkipBlanks();
        return text.AsSpan(position).StartsWith(sign);
    }

    private void SkipBlanks()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }
    }

    private NumberFormula Fail()
    {
        failed = true;
        return new(0);
    }
}
