namespace NetDsl.Emit;

/// <summary>What is inside of values.</summary>
internal sealed partial class PythonRun
{
    // In the order of Python's loops. A list may grow meanwhile, a dict may not; a set has no order that is known.
    private IEnumerable<object> Each(object value, int at)
    {
        switch (value)
        {
            case PythonContainer { Kind: PythonContainerKind.Set, Items.Count: > 1 }:
                throw Unknown(at, "the order of a set is not known");
            case PythonContainer { Kind: PythonContainerKind.Dict } dict:
                return EachOf(dict, item => Thawed(item.Spelled ?? item.Key!), at);
            case PythonContainer sequence:
                RequireKnown(sequence, at);
                return EachOf(sequence);
            case PythonView view:
                return EachOf(
                    view.Dict,
                    item =>
                        view.Part switch
                        {
                            "keys" => Thawed(item.Spelled ?? item.Key!),
                            "values" => item.Value,
                            _ => Pair(Thawed(item.Spelled ?? item.Key!), item.Value, at),
                        },
                    at
                );
            case PythonRange range:
                Step(at, range.Length);
                return EachOf(range);
            case StringValue { Value: var text }:
                RequirePlain(text, at);
                return text.Select(c => (object)(OptionValue)c.ToString());
            default:
                throw Unknown(at, "what is in this is not known");
        }
    }

    private static IEnumerable<object> EachOf(PythonContainer sequence)
    {
        for (var index = 0; index < sequence.Items.Count; index++)
        {
            yield return sequence.Items[index].Value;
        }
    }

    private static IEnumerable<object> EachOf(PythonContainer dict, Func<PythonItem, object> part, int at)
    {
        RequireKnown(dict, at);
        var count = dict.Items.Count;
        for (var index = 0; index < count; index++)
        {
            yield return part(dict.Items[index]);
            if (dict.Items.Count != count)
            {
                throw Unknown(at, "a dict changes while a loop goes over it");
            }
        }
    }

    private static IEnumerable<object> EachOf(PythonRange range)
    {
        for (var index = 0L; index < range.Length; index++)
        {
            yield return (OptionValue)(range.Start + (index * range.Step));
        }
    }

    // Where the order says nothing.
    private IEnumerable<object> Members(object value, int at) =>
        value is PythonContainer { Kind: PythonContainerKind.Set, IsUnknown: false } set
            ? EachOf(set)
            : Each(value, at);

    private static void RequirePlain(string text, int at)
    {
        if (text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') >= 0)
        {
            throw Unknown(at, "the text has characters that count twice here");
        }
    }

    private PythonContainer Gathered(PythonContainerKind kind, IEnumerable<object> values, int at)
    {
        var result = New(kind);
        foreach (var value in values)
        {
            AddTo(result, value, at);
        }

        return result;
    }

    private PythonContainer Pair(object first, object second, int at) =>
        Gathered(PythonContainerKind.Tuple, [first, second], at);

    private PythonContainer Zipped(List<object> values, int at)
    {
        var columns = values.ConvertAll(value => Each(value, at).ToList());
        var length = columns.Min(column => column.Count);
        var rows = Enumerable
            .Range(0, length)
            .Select(row => (object)Gathered(PythonContainerKind.Tuple, columns.Select(column => column[row]), at));
        return Gathered(PythonContainerKind.List, rows, at);
    }

    private PythonContainer Copied(PythonContainer original, PythonContainerKind kind, int at)
    {
        RequireKnown(original, at);
        Step(at, original.Items.Count);
        var copy = New(kind);
        copy.Set(original.Items);
        return copy;
    }

    private object DeepCopied(object value, int at, Dictionary<object, PythonContainer> copies)
    {
        if (value is not PythonContainer original)
        {
            return value;
        }

        if (copies.TryGetValue(original, out var known))
        {
            return known;
        }

        if (
            copies.Count > ImportLimits.DeepestNesting * 1000
            || !System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack()
        )
        {
            throw Unknown(at, "it is nested too deep");
        }

        var copy = Copied(original, original.Kind, at);
        copies.Add(original, copy);
        copy.Set([.. copy.Items.Select(item => item with { Value = DeepCopied(item.Value, at, copies) })]);
        return copy;
    }

    private static long LengthOf(object value, int at)
    {
        switch (value)
        {
            case PythonContainer container:
                RequireKnown(container, at);
                return container.Items.Count;
            case PythonView view:
                RequireKnown(view.Dict, at);
                return view.Dict.Items.Count;
            case PythonRange range:
                return range.Length;
            case StringValue { Value: var text }:
                RequirePlain(text, at);
                return text.Length;
            default:
                throw Unknown(at, "the length of this is not known");
        }
    }

    private static PythonRange RangeOf(List<object> values, int at)
    {
        var numbers = values.ConvertAll(value =>
            PythonOperators.Number(value) is IntegerValue { Value: > int.MinValue and < int.MaxValue } whole
                ? whole.Value
                : throw Unknown(at, "the numbers of a range are not known")
        );
        return numbers switch
        {
            [var stop] => new(0, stop, 1),
            [var start, var stop] => new(start, stop, 1),
            [var start, var stop, not 0 and var step] => new(start, stop, step),
            _ => throw Unknown(at, "the numbers of a range are not known"),
        };
    }

    // A key as dicts compare it.
    private static OptionValue KeyOf(object value, int at) =>
        value switch
        {
            StringValue text => text,
            NoneValue => OptionValue.None,
            BoolValue flag => flag.Value ? 1 : 0,
            IntegerValue whole => whole,
            RealValue { Value: var real } when real == Math.Floor(real) && Math.Abs(real) < 1L << 53 => (long)real,
            RealValue real => real,
            DimValue dim => dim,
            PythonContainer { Kind: PythonContainerKind.Tuple } tuple => OptionValue.Tuple([
                .. tuple.Items.Select(item => KeyOf(item.Value, at)),
            ]),
            _ => throw Unknown(at, "this is no key that is known"),
        };

    // A function is equal to itself alone.
    private OptionValue KeyOf(PythonFunction function)
    {
        if (!functions.TryGetValue(function, out var number))
        {
            functions.Add(function, number = functions.Count);
        }

        return OptionValue.Tuple("function", number);
    }

    private object Subscript(PythonNode node, PythonCallFrame? frame)
    {
        var container = Evaluate(node.Items[0], frame);
        var index = node.Items[1];
        return index.Kind == PythonNodeKind.Slice
            ? Sliced(container, index, frame)
            : ItemOf(container, Evaluate(index, frame), node.Start);
    }

    private object ItemOf(object container, object key, int at)
    {
        switch (container)
        {
            case PythonContainer { Kind: PythonContainerKind.Dict } dict:
                RequireKnown(dict, at);
                return dict.IndexOf(KeyOf(key, at)) is >= 0 and var place
                    ? dict.Items[place].Value
                    : throw Unknown(at, "the dict has no such key");
            case PythonContainer { HasKeys: false } sequence:
                RequireKnown(sequence, at);
                return sequence.Items[Place(key, sequence.Items.Count, at)].Value;
            case StringValue { Value: var text }:
                RequirePlain(text, at);
                return (OptionValue)text[Place(key, text.Length, at)].ToString();
            case PythonRange range:
                return (OptionValue)(
                    range.Start + (range.Step * Place(key, (int)Math.Min(range.Length, int.MaxValue), at))
                );
            case PythonNative { Name: "globals()" } when key is StringValue { Value: var name }:
                return globals.GetValueOrDefault(name) as OptionValue ?? throw Unknown(at, "this name is not known");
            default:
                throw Unknown(at, "what is in this is not known");
        }
    }

    private static int Place(object key, int count, int at) =>
        PythonOperators.Number(key) is IntegerValue { Value: var index } && index >= -count && index < count
            ? (int)(index < 0 ? index + count : index)
            : throw Unknown(at, "there is no item at this place");

    private object Sliced(object container, PythonNode slice, PythonCallFrame? frame)
    {
        var bounds = slice
            .Items.Select(part =>
                part.Kind == PythonNodeKind.Missing
                    ? (long?)null
                    : Evaluate(part, frame) switch
                    {
                        NoneValue => null,
                        IntegerValue whole => whole.Value,
                        _ => throw Unknown(part.Start, "this bound is not known"),
                    }
            )
            .ToList();
        var count = (int)LengthOf(container, slice.Start);
        var step = bounds.Count > 2 ? bounds[2] ?? 1 : 1;
        if (step is not (1 or -1))
        {
            throw Unknown(slice.Start, "only Python can compute this");
        }

        var (low, high) = step == 1 ? (0L, (long)count) : (-1L, count - 1L);
        var start =
            bounds[0] is { } first ? Bound(first)
            : step == 1 ? low
            : high;
        var stop =
            bounds[1] is { } last ? Bound(last)
            : step == 1 ? high
            : low;
        var places = new List<int>();
        for (var at = start; step == 1 ? at < stop : at > stop; at += step)
        {
            places.Add((int)at);
        }

        Step(slice.Start, places.Count);
        switch (container)
        {
            case StringValue { Value: var text }:
                return (OptionValue)string.Concat(places.Select(place => text[place]));
            case PythonContainer { HasKeys: false } sequence:
                var part = New(sequence.Kind);
                part.Set(places.Select(place => sequence.Items[place]));
                return part;
            default:
                throw Unknown(slice.Start, "only Python can compute this");
        }

        long Bound(long bound) => Math.Clamp(bound < 0 ? bound + count : bound, low, high);
    }

    private void SetItem(object container, object key, object value, int keyAt, int valueAt)
    {
        switch (container)
        {
            case PythonContainer { Kind: PythonContainerKind.Dict } dict:
                Touch(dict, keyAt);
                Put(dict, key, value, keyAt, valueAt);
                break;
            case PythonContainer { Kind: PythonContainerKind.List } list:
                Touch(list, keyAt);
                list.Items[Place(key, list.Items.Count, keyAt)] = new(null, value, valueAt, valueAt);
                break;
            case PythonNative { Name: "globals()" } when key is StringValue { Value: var name }:
                AssignName(name, value, null);
                break;
            default:
                throw Unknown(keyAt, "only Python can assign to this");
        }
    }

    private void Remove(object container, object key, int at)
    {
        switch (container)
        {
            case PythonContainer { Kind: PythonContainerKind.Dict } dict:
                Touch(dict, at);
                var known = KeyOf(key, at);
                if (dict.IndexOf(known) < 0)
                {
                    throw Unknown(at, "the dict has no such key");
                }

                dict.Set(dict.Items.Where(item => !item.Key!.Equals(known)));
                break;
            case PythonContainer { Kind: PythonContainerKind.List } list:
                Touch(list, at);
                list.Items.RemoveAt(Place(key, list.Items.Count, at));
                break;
            default:
                throw Unknown(at, "only Python can delete this");
        }
    }
}
