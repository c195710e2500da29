namespace NetDsl.Emit;

/// <summary>Methods of containers, texts and RETURNN's config.</summary>
internal sealed partial class PythonRun
{
    private object CallMethod(PythonNative method, PythonArguments arguments, int at)
    {
        var values = arguments.Positional.ConvertAll(argument => argument.Value);
        var isPlain = arguments.Named.Count == 0;
        return method.Object switch
        {
            PythonContainer { Kind: PythonContainerKind.Dict } dict => CallDict(dict, method.Name, arguments, at),
            PythonContainer { Kind: PythonContainerKind.List } list when isPlain => CallList(
                list,
                method.Name,
                values,
                at
            ),
            PythonContainer { Kind: PythonContainerKind.Tuple } tuple when isPlain => CallTuple(
                tuple,
                method.Name,
                values,
                at
            ),
            PythonContainer { Kind: PythonContainerKind.Set } set when isPlain => CallSet(set, method.Name, values, at),
            StringValue text => CallText(text.Value, method.Name, arguments, values, at),
            PythonNative { Name: "config" } => CallConfig(method.Name, arguments, at),
            PythonNative { Name: "globals()" } => CallGlobals(method.Name, arguments, at),
            PythonNative { Name: "os.environ" } when isPlain && method.Name == ".get" => CallNative(
                "os.getenv",
                arguments,
                at
            ),
            _ => throw UnknownMethod(method, at),
        };
    }

    private static PythonUnknownException UnknownMethod(PythonNative method, int at) =>
        Unknown(at, $"what {ImportDiagnostics.Quote(method.Name)} does is not known here");

    private object CallDict(PythonContainer dict, string method, PythonArguments arguments, int at)
    {
        var values = arguments.Positional.ConvertAll(argument => argument.Value);
        if (method == ".update")
        {
            var added = DictFrom(arguments, at);
            Touch(dict, at);
            Merge(dict, added, at);
            return OptionValue.None;
        }

        if (arguments.Named.Count > 0)
        {
            throw Unknown(at, "the call gives names that are not known here");
        }

        RequireKnown(dict, at);
        switch (method, values)
        {
            case (".items" or ".keys" or ".values", []):
                return new PythonView(dict, method[1..]);
            case (".copy", []):
                return Copied(dict, dict.Kind, at);
            case (".get", [var key]):
                return dict.IndexOf(KeyOf(key, at)) is >= 0 and var found ? dict.Items[found].Value : OptionValue.None;
            case (".get", [var key, var otherwise]):
                return dict.IndexOf(KeyOf(key, at)) is >= 0 and var place ? dict.Items[place].Value : otherwise;
            case (".setdefault", [var key, var value]):
                if (dict.IndexOf(KeyOf(key, at)) < 0)
                {
                    SetItem(dict, key, value, at, at);
                }

                return ItemOf(dict, key, at);
            case (".pop", [var key]):
                var popped = ItemOf(dict, key, at);
                Remove(dict, key, at);
                return popped;
            case (".pop", [var key, var otherwise]):
                return dict.IndexOf(KeyOf(key, at)) < 0 ? otherwise : CallDict(dict, ".pop", One(key, at), at);
            case (".clear", []):
                Touch(dict, at);
                dict.Set([]);
                return OptionValue.None;
            default:
                throw UnknownMethod(new(method), at);
        }
    }

    private static PythonArguments One(object value, int at)
    {
        var arguments = new PythonArguments();
        arguments.Add(value, at);
        return arguments;
    }

    private object CallList(PythonContainer list, string method, List<object> values, int at)
    {
        switch (method, values)
        {
            case (".append", [var value]):
                Touch(list, at);
                AddTo(list, value, at);
                return OptionValue.None;
            case (".extend", [var more]):
                var added = Each(more, at).ToList();
                Touch(list, at);
                foreach (var value in added)
                {
                    AddTo(list, value, at);
                }

                return OptionValue.None;
            case (".insert", [IntegerValue { Value: var index }, var value]):
                Touch(list, at);
                var before = (int)Math.Clamp(index < 0 ? index + list.Items.Count : index, 0, list.Items.Count);
                list.Items.Insert(before, new(null, value, at, at));
                return OptionValue.None;
            case (".pop", [] or [IntegerValue]):
                var place = Place(values.Count == 0 ? (OptionValue)(-1) : values[0], list.Items.Count, at);
                Touch(list, at);
                var popped = list.Items[place].Value;
                list.Items.RemoveAt(place);
                return popped;
            case (".remove", [var value]):
                Touch(list, at);
                list.Items.RemoveAt(IndexIn(list, value, at));
                return OptionValue.None;
            case (".reverse", []):
                Touch(list, at);
                list.Items.Reverse();
                return OptionValue.None;
            case (".sort", []):
                Touch(list, at);
                list.Set(((PythonContainer)CallNative("sorted", One(list, at), at)).Items);
                return OptionValue.None;
            case (".copy", []):
                return Copied(list, list.Kind, at);
            case (".clear", []):
                Touch(list, at);
                list.Set([]);
                return OptionValue.None;
            default:
                return CallTuple(list, method, values, at);
        }
    }

    private OptionValue CallTuple(PythonContainer sequence, string method, List<object> values, int at)
    {
        RequireKnown(sequence, at);
        return (method, values) switch
        {
            (".index", [var value]) => IndexIn(sequence, value, at),
            (".count", [var value]) => sequence.Items.Count(item => AreEqual(item.Value, value, at)),
            _ => throw UnknownMethod(new(method), at),
        };
    }

    private int IndexIn(PythonContainer sequence, object value, int at) =>
        sequence.Items.FindIndex(item => AreEqual(item.Value, value, at)) is >= 0 and var place
            ? place
            : throw Unknown(at, "the value is not in it");

    private object CallSet(PythonContainer set, string method, List<object> values, int at)
    {
        switch (method, values)
        {
            case (".add", [var value]):
                Touch(set, at);
                AddTo(set, value, at);
                return OptionValue.None;
            case (".update", [var more]):
                var added = Members(more, at).ToList();
                Touch(set, at);
                foreach (var value in added)
                {
                    AddTo(set, value, at);
                }

                return OptionValue.None;
            case (".copy", []):
                return Copied(set, set.Kind, at);
            default:
                throw UnknownMethod(new(method), at);
        }
    }

    private object CallText(string text, string method, PythonArguments arguments, List<object> values, int at)
    {
        if (method == ".format")
        {
            return TextOf(Filled(text, arguments) ?? throw Unknown(at, "this is no text that is known"), at);
        }

        if (method == ".join" && values is [var items])
        {
            var parts = Each(items, at)
                .Select(item => (item as StringValue)?.Value ?? throw Unknown(at, "these are no texts that are known"));
            return TextOf(string.Join(text, parts), at);
        }

        var isAscii = text.All(char.IsAscii);
        if (arguments.Named.Count > 0 || !isAscii || !values.TrueForAll(value => value is StringValue))
        {
            throw UnknownMethod(new(method), at);
        }

        var texts = values.ConvertAll(value => ((StringValue)value).Value);
        return (method, texts) switch
        {
            (".startswith", [var start]) => (OptionValue)text.StartsWith(start, StringComparison.Ordinal),
            (".endswith", [var end]) => (OptionValue)text.EndsWith(end, StringComparison.Ordinal),
            (".replace", [{ Length: > 0 } old, var @new]) => TextOf(
                text.Replace(old, @new, StringComparison.Ordinal),
                at
            ),
            (".split", [{ Length: > 0 } separator]) => Gathered(
                PythonContainerKind.List,
                text.Split(separator).Select(part => (object)(OptionValue)part),
                at
            ),
            (".split", []) => Gathered(
                PythonContainerKind.List,
                text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                    .Select(part => (object)(OptionValue)part),
                at
            ),
            (".strip", []) => (OptionValue)text.Trim(),
            (".lstrip", []) => (OptionValue)text.TrimStart(),
            (".rstrip", []) => (OptionValue)text.TrimEnd(),
            (".strip", [{ Length: > 0 } what]) => (OptionValue)text.Trim([.. what]),
            (".lstrip", [{ Length: > 0 } what]) => (OptionValue)text.TrimStart([.. what]),
            (".rstrip", [{ Length: > 0 } what]) => (OptionValue)text.TrimEnd([.. what]),
            (".upper", []) => (OptionValue)text.ToUpperInvariant(),
            (".lower", []) => (OptionValue)text.ToLowerInvariant(),
            (".count", [{ Length: > 0 } what]) => (OptionValue)(text.Split(what).Length - 1),
            (".find", [var what]) => (OptionValue)text.IndexOf(what, StringComparison.Ordinal),
            _ => throw UnknownMethod(new(method), at),
        };
    }

    private static string? Filled(string text, PythonArguments arguments)
    {
        var filled = new System.Text.StringBuilder();
        var next = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var isDouble = at + 1 < text.Length && text[at + 1] == text[at];
            if (text[at] is not ('{' or '}') || isDouble)
            {
                filled.Append(text[at]);
                at += text[at] is '{' or '}' ? 1 : 0;
                continue;
            }

            var close = text.IndexOf('}', at);
            if (text[at] == '}' || close < 0)
            {
                return null;
            }

            var field = text[(at + 1)..close];
            var colon = field.IndexOf(':', StringComparison.Ordinal);
            var (name, how) = colon < 0 ? (field, "") : (field[..colon], field[(colon + 1)..]);
            var value =
                name.Length == 0 ? arguments.Positional.ElementAtOrDefault(next++).Value
                : name.All(char.IsAsciiDigit) && name.Length < 4
                    ? arguments
                        .Positional.ElementAtOrDefault(
                            int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)
                        )
                        .Value
                : arguments.Named.Find(argument => argument.Name == name).Value;
            if (value is null || PythonTexts.Format(value, how) is not { } part)
            {
                return null;
            }

            filled.Append(part);
            at = close;
        }

        return filled.ToString();
    }

    private object FromEnvironment(string variable, object otherwise, int at)
    {
        Asked.Add((variable, at));
        return otherwise;
    }

    // RETURNN's config holds the names bound so far, and what its command line says.
    private object CallConfig(string method, PythonArguments arguments, int at)
    {
        var values = arguments.Positional.ConvertAll(argument => argument.Value);
        var named = arguments.Named.Find(argument => argument.Name == "default").Value;
        if (values is not [StringValue { Value: var key }, ..] || arguments.Named.Count > (named is null ? 0 : 1))
        {
            throw UnknownMethod(new(method), at);
        }

        Asked.Add((key, at));
        var isBound = scope.IsBound(key) || globals.ContainsKey(key);
        var otherwise = named ?? (values.Count > 1 ? values[1] : OptionValue.None);
        return method switch
        {
            ".has" or ".is_typed" => (OptionValue)isBound,
            _ when isBound => throw Unknown(at, "what RETURNN makes of this setting is not known here"),
            ".value" or ".typed_value" or ".opt_typed_value" or ".int" or ".bool" or ".bool_or_other" => otherwise,
            ".float" when otherwise is IntegerValue or RealValue or NoneValue => otherwise,
            _ => throw UnknownMethod(new(method), at),
        };
    }

    private OptionValue CallGlobals(string method, PythonArguments arguments, int at)
    {
        if (method != ".update")
        {
            throw UnknownMethod(new(method), at);
        }

        foreach (var item in DictFrom(arguments, at).Items)
        {
            AssignName(
                (item.Key as StringValue)?.Value ?? throw Unknown(at, "no name is known here"),
                item.Value,
                null
            );
        }

        return OptionValue.None;
    }
}
