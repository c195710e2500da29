using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>Calls of the config's own functions, and of those of Python that are known here.</summary>
internal sealed partial class PythonRun
{
    private const int DeepestCall = 60;

    private PythonFunction FunctionOf(PythonStatement statement, PythonCallFrame? frame) =>
        new(statement.Text, statement.Nodes, DefaultsOf(statement.Nodes, frame), frame, statement.Start)
        {
            Body = statement.Body,
            Locals = PythonLocals.Of(statement.Nodes, statement.Body),
        };

    private Dictionary<string, object> DefaultsOf(ImmutableArray<PythonNode> parameters, PythonCallFrame? frame)
    {
        var defaults = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var parameter in parameters)
        {
            if (parameter.Items is [var value])
            {
                defaults[parameter.Text!] = ValueOf(value, frame);
            }
        }

        return defaults;
    }

    private object Call(PythonNode node, PythonCallFrame? frame)
    {
        var function = Evaluate(node.Items[0], frame);
        var arguments = ArgumentsOf(node, frame);
        return function switch
        {
            PythonFunction own => Call(own, arguments, node.Start),
            PythonNative { Object: not null } method => CallMethod(method, arguments, node.Start),
            PythonNative native => CallNative(native.Name, arguments, node.Start),
            _ => throw Unknown(
                node.Start,
                $"only Python knows what {ImportDiagnostics.Quote(TextOf(node.Items[0]))} does"
            ),
        };
    }

    private string TextOf(PythonNode node) => PythonCodeText.OneLine(source, node.Start, node.End);

    private PythonArguments ArgumentsOf(PythonNode call, PythonCallFrame? frame)
    {
        var arguments = new PythonArguments();
        foreach (var argument in call.Items.AsSpan()[1..])
        {
            switch (argument.Kind)
            {
                case PythonNodeKind.Keyword:
                    arguments.Add(argument.Text!, Evaluate(argument.Items[0], frame), argument.Start);
                    break;
                case PythonNodeKind.Star:
                    foreach (var item in Each(Evaluate(argument.Items[0], frame), argument.Start))
                    {
                        arguments.Add(item, argument.Start);
                    }

                    break;
                case PythonNodeKind.DoubleStar:
                    if (
                        Evaluate(argument.Items[0], frame)
                        is not PythonContainer { Kind: PythonContainerKind.Dict } dict
                    )
                    {
                        throw Unknown(argument.Start, "no dict is known here");
                    }

                    RequireKnown(dict, argument.Start);
                    foreach (var item in dict.Items)
                    {
                        arguments.Add(
                            (item.Key as StringValue)?.Value ?? throw Unknown(argument.Start, "no name is known here"),
                            item.Value,
                            argument.Start
                        );
                    }

                    break;
                default:
                    arguments.Add(Evaluate(argument, frame), argument.Start);
                    break;
            }
        }

        return arguments;
    }

    private object Call(PythonFunction function, PythonArguments arguments, int at)
    {
        if (calls >= DeepestCall)
        {
            throw Unknown(at, "its calls are nested too deep");
        }

        calls++;
        called.Add(function.Name ?? "");
        var frame = new PythonCallFrame(function.Locals.Own, function.Locals.Globals, function.Frame);
        BindParameters(function, arguments, frame, at);
        object result;
        if (function.Value is { } value)
        {
            result = Evaluate(value, frame);
        }
        else
        {
            Run(function.Body, frame);
            result = frame.Result;
        }

        calls--;
        return result;
    }

    private void BindParameters(PythonFunction function, PythonArguments arguments, PythonCallFrame frame, int at)
    {
        var position = 0;
        var isNamedOnly = false;
        var names = new HashSet<string>(arguments.Named.Select(argument => argument.Name), StringComparer.Ordinal);
        PythonNode? rest = null;
        foreach (var parameter in function.Parameters)
        {
            var name = parameter.Text!;
            if (name == "/")
            {
                throw Unknown(at, "it takes some values by their place only");
            }

            if (name.StartsWith("**", StringComparison.Ordinal))
            {
                rest = parameter;
            }
            else if (name[0] == '*')
            {
                isNamedOnly = true;
                if (name.Length > 1)
                {
                    frame.Values[name[1..]] = Collected(arguments, position);
                    position = arguments.Positional.Count;
                }
            }
            else if (!isNamedOnly && position < arguments.Positional.Count)
            {
                frame.Values[name] = arguments.Positional[position++].Value;
            }
            else if (names.Remove(name))
            {
                frame.Values[name] = arguments.Named.First(argument => argument.Name == name).Value;
            }
            else
            {
                frame.Values[name] =
                    function.Defaults.GetValueOrDefault(name)
                    ?? throw Unknown(at, $"the call gives no {ImportDiagnostics.Quote(name)}");
            }
        }

        if (rest is not null)
        {
            var dict = New(PythonContainerKind.Dict);
            foreach (var (name, value, valueAt) in arguments.Named.Where(argument => names.Contains(argument.Name)))
            {
                Put(dict, (OptionValue)name, value, valueAt, valueAt);
            }

            frame.Values[rest.Text![2..]] = dict;
            names.Clear();
        }

        if (position < arguments.Positional.Count || names.Count > 0)
        {
            throw Unknown(at, "the call gives more than the function takes");
        }
    }

    private PythonContainer Collected(PythonArguments arguments, int position)
    {
        var tuple = New(PythonContainerKind.Tuple);
        foreach (var (value, at) in arguments.Positional.Skip(position))
        {
            AddTo(tuple, value, at);
        }

        return tuple;
    }

    private object CallNative(string name, PythonArguments arguments, int at)
    {
        var values = arguments.Positional.ConvertAll(argument => argument.Value);
        if (name is "dict" or "print")
        {
            return name == "dict" ? DictFrom(arguments, at) : OptionValue.None;
        }

        if (name == "sorted")
        {
            return Sorted(arguments, at);
        }

        if (arguments.Named.Count > 0)
        {
            throw Unknown(at, "the call gives names that are not known here");
        }

        return (name, values) switch
        {
            ("returnn.config.get_global_config", []) or ("Config.get_global_config", []) => new PythonNative("config"),
            ("copy.copy", [PythonContainer original]) => Copied(original, original.Kind, at),
            ("copy.deepcopy", [var original]) => DeepCopied(original, at, new(ReferenceEqualityComparer.Instance)),
            ("os.getenv", [StringValue variable]) => FromEnvironment(variable.Value, OptionValue.None, at),
            ("os.getenv", [StringValue variable, var otherwise]) => FromEnvironment(variable.Value, otherwise, at),
            ("locals", []) when calls == 0 => new PythonNative("globals()"),
            ("globals", []) => new PythonNative("globals()"),
            ("len", [var value]) => (OptionValue)LengthOf(value, at),
            ("range", _) => RangeOf(values, at),
            ("list", []) => New(PythonContainerKind.List),
            ("tuple", []) => New(PythonContainerKind.Tuple),
            ("set", []) => New(PythonContainerKind.Set),
            ("list", [var value]) => Gathered(PythonContainerKind.List, Each(value, at), at),
            ("tuple", [PythonContainer { Kind: PythonContainerKind.Tuple } tuple]) => tuple,
            ("tuple", [var value]) => Gathered(PythonContainerKind.Tuple, Each(value, at), at),
            ("set", [var value]) => Gathered(PythonContainerKind.Set, Members(value, at), at),
            ("enumerate", [var value]) => Gathered(
                PythonContainerKind.List,
                Each(value, at).Select((item, index) => (object)Pair((OptionValue)index, item, at)).ToList(),
                at
            ),
            ("enumerate", [var value, IntegerValue start]) => Gathered(
                PythonContainerKind.List,
                Each(value, at)
                    .Select((item, index) => (object)Pair((OptionValue)(start.Value + index), item, at))
                    .ToList(),
                at
            ),
            ("zip", [_, ..]) => Zipped(values, at),
            ("reversed", [PythonContainer { Kind: PythonContainerKind.List or PythonContainerKind.Tuple } value]) =>
                Gathered(PythonContainerKind.List, Each(value, at).Reverse().ToList(), at),
            ("reversed", [PythonRange value]) => Gathered(
                PythonContainerKind.List,
                Each(value, at).Reverse().ToList(),
                at
            ),
            ("min" or "max", [var value]) => Extreme(name, Members(value, at).ToList(), at),
            ("min" or "max", [_, _, ..]) => Extreme(name, values, at),
            ("any", [var value]) => (OptionValue)Members(value, at).Any(item => Truth(item, at)),
            ("all", [var value]) => (OptionValue)Members(value, at).All(item => Truth(item, at)),
            ("sum", [var value]) => Summed(value, at),
            ("bool", [var value]) => (OptionValue)Truth(value, at),
            ("isinstance", [var value, var type]) => (OptionValue)IsInstance(value, type, at),
            ("map", [var function, var value]) => Mapped(function, value, at),
            _ => PythonNatives.Call(name, values)
                ?? throw Unknown(at, $"what {ImportDiagnostics.Quote(name)} gives is not known here"),
        };
    }

    private PythonContainer Mapped(object function, object value, int at)
    {
        var result = New(PythonContainerKind.List);
        foreach (var item in Each(value, at).ToList())
        {
            var arguments = new PythonArguments();
            arguments.Add(item, at);
            AddTo(result, Apply(function, arguments, at), at);
        }

        return result;
    }

    private object Apply(object function, PythonArguments arguments, int at) =>
        function switch
        {
            PythonFunction own => Call(own, arguments, at),
            PythonNative { Object: null } native => CallNative(native.Name, arguments, at),
            _ => throw Unknown(at, "only Python can call this"),
        };

    private PythonContainer DictFrom(PythonArguments arguments, int at)
    {
        var dict = New(PythonContainerKind.Dict);
        switch (arguments.Positional)
        {
            case []:
                break;
            case [(PythonContainer { Kind: PythonContainerKind.Dict } other, _)]:
                Merge(dict, other, at);
                break;
            case [(var pairs, _)]:
                foreach (var pair in Each(pairs, at))
                {
                    if (Each(pair, at).ToList() is not [var key, var value])
                    {
                        throw Unknown(at, "no pairs are known here");
                    }

                    Put(dict, key, value, at, at);
                }

                break;
            default:
                throw Unknown(at, "the call gives more than the function takes");
        }

        foreach (var (name, value, valueAt) in arguments.Named)
        {
            Put(dict, (OptionValue)name, value, valueAt, valueAt);
        }

        return dict;
    }

    private PythonContainer Sorted(PythonArguments arguments, int at)
    {
        if (arguments.Positional is not [(var value, _)])
        {
            throw Unknown(at, "the call gives more than the function takes");
        }

        var key = arguments.Named.Find(argument => argument.Name == "key").Value;
        var isReversed = arguments.Named.Find(argument => argument.Name == "reverse").Value;
        if (arguments.Named.Exists(argument => argument.Name is not ("key" or "reverse")))
        {
            throw Unknown(at, "the call gives names that are not known here");
        }

        var items = (key is null ? Members(value, at) : Each(value, at)).ToList();
        var keys = items.ConvertAll(item =>
        {
            if (key is null or NoneValue)
            {
                return item;
            }

            var one = new PythonArguments();
            one.Add(item, at);
            return Apply(key, one, at);
        });
        Step(at, items.Count * 8L);
        var order = Comparer<object>.Create(
            (a, b) => PythonOperators.Order(a, b) ?? throw Unknown(at, "the order is not known")
        );
        var indexes = Enumerable.Range(0, items.Count);
        var sorted =
            isReversed is not null && Truth(isReversed, at)
                ? indexes.OrderByDescending(index => keys[index], order)
                : indexes.OrderBy(index => keys[index], order);
        try
        {
            return Gathered(PythonContainerKind.List, [.. sorted.Select(index => items[index])], at);
        }
        catch (InvalidOperationException wrapped) when (wrapped.InnerException is PythonUnknownException problem)
        {
            throw problem;
        }
    }
}
