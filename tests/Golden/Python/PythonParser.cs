namespace NetDsl.Tests.Golden.Python;

/// <summary>From tokens to assignments; one method for each level of binding.</summary>
internal sealed class PythonParser(List<PythonToken> tokens)
{
    private readonly HashSet<string> defined = new(["dict", "float", "list", "set", "tuple"], StringComparer.Ordinal);
    private readonly List<(string Name, object? Value)> assignments = [];
    private int position;

    private PythonToken Current => tokens[position];

    public List<(string Name, object? Value)> Statements()
    {
        while (Current.Kind != PythonTokenKind.EndOfFile)
        {
            if (Current is { Kind: PythonTokenKind.Name, Text: "import" or "from" })
            {
                Import();
            }
            else
            {
                Assignment();
            }

            if (Current.Kind != PythonTokenKind.EndOfLine)
            {
                throw Unexpected("the end of the line");
            }

            position++;
        }

        return assignments;
    }

    private void Import()
    {
        if (Take("from"))
        {
            DottedName();
            Expect("import");
            do
            {
                var name = Name();
                defined.Add(Take("as") ? Name() : name);
            } while (Take(","));
        }
        else
        {
            Expect("import");
            defined.Add(DottedName());
        }
    }

    private void Assignment()
    {
        var line = Current.Line;
        var name = Name();
        Expect("=");
        var value = Expression();
        if (!defined.Add(name))
        {
            throw new PythonSyntaxException(line, $"{name} is defined twice");
        }

        assignments.Add((name, value));
    }

    private object? Expression()
    {
        var left = Term();
        while (Current.Is("+") || Current.Is("-"))
        {
            left = new PyBinary(tokens[position++].Text, left, Term());
        }

        return left;
    }

    private object? Term()
    {
        var left = Unary();
        while (Current.Is("*") || Current.Is("//"))
        {
            left = new PyBinary(tokens[position++].Text, left, Unary());
        }

        return left;
    }

    private object? Unary()
    {
        if (!Take("-"))
        {
            return Postfix();
        }

        return Postfix() switch
        {
            long number => (object)-number,
            double number => -number,
            _ => throw Unexpected("a number after \"-\""),
        };
    }

    private object? Postfix()
    {
        var value = Atom();
        while (true)
        {
            if (Take("."))
            {
                value = new PyAttribute(value, Name());
            }
            else if (value is PyName or PyAttribute && Take("("))
            {
                value = Call(value);
            }
            else
            {
                return value;
            }
        }
    }

    private PyCall Call(object? function)
    {
        var arguments = new List<object?>();
        var keywords = new List<(string Name, object? Value)>();
        while (!Take(")"))
        {
            if (Current.Kind == PythonTokenKind.Name && tokens[position + 1].Is("="))
            {
                var name = Name();
                if (keywords.Exists(keyword => keyword.Name == name))
                {
                    throw new PythonSyntaxException(Current.Line, $"the keyword {name} comes twice");
                }

                Expect("=");
                keywords.Add((name, Expression()));
            }
            else if (keywords.Count == 0)
            {
                arguments.Add(Expression());
            }
            else
            {
                throw Unexpected("a keyword");
            }

            EndItem(")");
        }

        return new(function, arguments, keywords);
    }

    private object? Atom()
    {
        var token = Current;
        switch (token.Kind)
        {
            case PythonTokenKind.String or PythonTokenKind.Number:
                position++;
                return token.Value;
            case PythonTokenKind.Name:
                return NameOrConstant();
            case PythonTokenKind.Symbol when Take("["):
                return Items("]");
            case PythonTokenKind.Symbol when Take("("):
                return Tuple();
            case PythonTokenKind.Symbol when Take("{"):
                return DictOrSet();
            default:
                throw Unexpected("a value");
        }
    }

    private object? NameOrConstant()
    {
        var token = tokens[position++];
        return token.Text switch
        {
            "None" => null,
            "True" => true,
            "False" => false,
            var name when defined.Contains(name) => new PyName(name),
            var name => throw new PythonSyntaxException(token.Line, $"{name} is not defined"),
        };
    }

    private object? Tuple()
    {
        var items = Items(")");
        var isBracketed = items.Count == 1 && !tokens[position - 2].Is(",");
        return isBracketed ? items[0] : new PyTuple(items);
    }

    private object DictOrSet()
    {
        if (Take("}"))
        {
            return new PyDict();
        }

        var line = Current.Line;
        var first = Expression();
        if (Current.Is(":"))
        {
            return Dict(line, first);
        }

        EndItem("}");
        return new PySet([first, .. Items("}")]);
    }

    private PyDict Dict(int line, object? key)
    {
        var dict = new PyDict();
        while (true)
        {
            Expect(":");
            if (!dict.TryAdd(key, Expression()))
            {
                throw new PythonSyntaxException(line, $"the key {PythonText.Of(key)} comes twice");
            }

            EndItem("}");
            if (Take("}"))
            {
                return dict;
            }

            line = Current.Line;
            key = Expression();
        }
    }

    private List<object?> Items(string close)
    {
        var items = new List<object?>();
        while (!Take(close))
        {
            items.Add(Expression());
            EndItem(close);
        }

        return items;
    }

    private void EndItem(string close)
    {
        if (!Take(",") && !Current.Is(close))
        {
            throw Unexpected($"\",\" or \"{close}\"");
        }
    }

    private string DottedName()
    {
        var first = Name();
        while (Take("."))
        {
            Name();
        }

        return first;
    }

    private string Name()
    {
        if (Current.Kind != PythonTokenKind.Name || Current.Text is "None" or "True" or "False")
        {
            throw Unexpected("a name");
        }

        return tokens[position++].Text;
    }

    private bool Take(string text)
    {
        var matches = Current.Kind is PythonTokenKind.Symbol or PythonTokenKind.Name && Current.Text == text;
        position += matches ? 1 : 0;
        return matches;
    }

    private void Expect(string text)
    {
        if (!Take(text))
        {
            throw Unexpected($"\"{text}\"");
        }
    }

    private PythonSyntaxException Unexpected(string wanted) =>
        new(
            Current.Line,
            $"{wanted} is expected, not {(Current.Text.Length == 0 ? "the end of the file" : Current.Text)}"
        );
}
