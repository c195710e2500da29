namespace NetDsl.Emit;

/// <summary>Operators on any values.</summary>
internal sealed partial class PythonRun
{
    private object Binary(object left, string op, object right, int at)
    {
        switch (left, op, right)
        {
            case (StringValue { Value: var format }, "%", _):
                return TextOf(
                    PythonTexts.Percent(format, right) ?? throw Unknown(at, "this is no text that is known"),
                    at
                );
            case (StringValue { Value: var a }, "+", StringValue { Value: var b }):
                return TextOf(a + b, at);
            case (StringValue { Value: var text }, "*", IntegerValue { Value: var times }):
                return Repeated(text, times, at);
            case (IntegerValue { Value: var times }, "*", StringValue { Value: var text }):
                return Repeated(text, times, at);
            case (PythonContainer a, "+", PythonContainer b) when a.Kind == b.Kind && !a.HasKeys:
                RequireKnown(a, at);
                RequireKnown(b, at);
                var sum = New(a.Kind);
                Step(at, a.Items.Count + b.Items.Count);
                sum.Set(a.Items.Concat(b.Items));
                return sum;
            case (PythonContainer { HasKeys: false } list, "*", IntegerValue { Value: var times }):
                return Repeated(list, times, at);
            case (IntegerValue { Value: var times }, "*", PythonContainer { HasKeys: false } list):
                return Repeated(list, times, at);
            case (
                PythonContainer { Kind: PythonContainerKind.Dict } a,
                "|",
                PythonContainer { Kind: PythonContainerKind.Dict } b
            ):
                var merged = Copied(a, PythonContainerKind.Dict, at);
                Merge(merged, b, at);
                return merged;
            default:
                return PythonOperators.Compute(left, op, right)
                    ?? throw Unknown(at, "what this gives is known only to Python");
        }
    }

    private static OptionValue Repeated(string text, long times, int at) =>
        times <= 0 ? ""
        : text.Length * times <= LongestText ? string.Concat(Enumerable.Repeat(text, (int)times))
        : throw Unknown(at, "the text becomes too long");

    private PythonContainer Repeated(PythonContainer list, long times, int at)
    {
        RequireKnown(list, at);
        times = Math.Max(times, 0);
        Step(at, Math.Min(times, ImportLimits.MostSteps) * Math.Max(list.Items.Count, 1));
        var result = New(list.Kind);
        result.Set(Enumerable.Repeat(list.Items, (int)times).SelectMany(items => items));
        return result;
    }

    private bool Compare(object left, string op, object right, int at)
    {
        Step(at);
        return op switch
        {
            "==" => AreEqual(left, right, at),
            "!=" => !AreEqual(left, right, at),
            "is" => IsSame(left, right, at),
            "is not" => !IsSame(left, right, at),
            "in" => Contains(right, left, at),
            "not in" => !Contains(right, left, at),
            _ => (op, PythonOperators.Order(left, right)) switch
            {
                (_, null) => throw Unknown(at, "which is larger is not known"),
                ("<", var order) => order < 0,
                ("<=", var order) => order <= 0,
                (">", var order) => order > 0,
                (">=", var order) => order >= 0,
                _ => throw Unknown(at, "only Python can compute this"),
            },
        };
    }

    private bool AreEqual(object left, object right, int at)
    {
        Step(at);
        switch (left, right)
        {
            case (PythonCode, _) or (_, PythonCode):
                throw Unknown(at, "whether this is equal is not known");
            case (OptionValue a, OptionValue b):
                return PythonOperators.AreEqual(a, b) ?? throw Unknown(at, "whether this is equal is not known");
            case (PythonContainer a, PythonContainer b):
                RequireKnown(a, at);
                RequireKnown(b, at);
                return a.Kind == b.Kind
                    && a.Items.Count == b.Items.Count
                    && (
                        a.HasKeys
                            ? a.Items.TrueForAll(item =>
                                b.IndexOf(item.Key!) is >= 0 and var place
                                && (a.Kind == PythonContainerKind.Set || AreEqual(item.Value, b.Items[place].Value, at))
                            )
                            : a.Items.Zip(b.Items).All(items => AreEqual(items.First.Value, items.Second.Value, at))
                    );
            case (OptionValue, PythonContainer) or (PythonContainer, OptionValue):
                return false;
            default:
                return ReferenceEquals(left, right) ? true : throw Unknown(at, "whether this is equal is not known");
        }
    }

    // Which numbers and texts are one object is Python's own affair.
    private static bool IsSame(object left, object right, int at) =>
        (left, right) switch
        {
            (PythonCode, _) or (_, PythonCode) => throw Unknown(at, "whether this is the same is not known"),
            (NoneValue, _) or (_, NoneValue) => left is NoneValue && right is NoneValue,
            (BoolValue a, BoolValue b) => a.Value == b.Value,
            (BoolValue, _) or (_, BoolValue) => false,
            (OptionValue, OptionValue) => throw Unknown(at, "whether this is the same is not known"),
            _ => ReferenceEquals(left, right),
        };

    private bool Contains(object container, object item, int at)
    {
        switch (container)
        {
            case PythonContainer { HasKeys: true } keyed:
                RequireKnown(keyed, at);
                return keyed.IndexOf(KeyOf(item, at)) >= 0;
            case PythonView { Part: "keys" } view:
                RequireKnown(view.Dict, at);
                return view.Dict.IndexOf(KeyOf(item, at)) >= 0;
            case StringValue { Value: var text } when item is StringValue { Value: var part }:
                return text.Contains(part, StringComparison.Ordinal);
            case PythonNative { Name: "os.environ" } when item is StringValue { Value: var variable }:
                Asked.Add((variable, at));
                return false;
            case PythonNative { Name: "globals()" } when item is StringValue { Value: var name }:
                return scope.IsBound(name) || globals.ContainsKey(name);
            default:
                return Each(container, at).Any(inner => AreEqual(inner, item, at));
        }
    }

    private static object Extreme(string name, List<object> values, int at)
    {
        if (values.Count == 0)
        {
            throw Unknown(at, "there is nothing to choose from");
        }

        var best = values[0];
        foreach (var value in values.Skip(1))
        {
            var order = PythonOperators.Order(value, best) ?? throw Unknown(at, "which is larger is not known");
            best = name == "min" ? (order < 0 ? value : best) : (order > 0 ? value : best);
        }

        return best;
    }

    // How Python rounds sums of reals depends on its version.
    private object Summed(object value, int at)
    {
        object sum = (OptionValue)0;
        foreach (var item in Members(value, at))
        {
            sum = item is IntegerValue or BoolValue
                ? Binary(sum, "+", item, at)
                : throw Unknown(at, "this sum is known only to Python");
        }

        return sum;
    }

    private static bool IsInstance(object value, object type, int at)
    {
        if (type is PythonContainer { Kind: PythonContainerKind.Tuple } types)
        {
            return types.Items.Exists(one => IsInstance(value, one.Value, at));
        }

        return (type as PythonNative)?.Name switch
        {
            "int" when value is not PythonCode => value is IntegerValue or BoolValue,
            "bool" when value is not PythonCode => value is BoolValue,
            "float" when value is not PythonCode => value is RealValue,
            "str" when value is not PythonCode => value is StringValue,
            "dict" when value is not PythonCode => value is PythonContainer { Kind: PythonContainerKind.Dict },
            "list" when value is not PythonCode => value is PythonContainer { Kind: PythonContainerKind.List },
            "tuple" when value is not PythonCode => value is PythonContainer { Kind: PythonContainerKind.Tuple },
            "set" when value is not PythonCode => value is PythonContainer { Kind: PythonContainerKind.Set },
            _ => throw Unknown(at, "this type is not known"),
        };
    }
}
