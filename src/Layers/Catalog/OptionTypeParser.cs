namespace NetDsl.Layers;

/// <summary>
/// Reads the types of RETURNN's doc strings and annotations: <c>int|None</c>, <c>list[Dim|str]</c>, <c>Sequence[Tuple[int,int]]</c>,
/// <c>(int,int)</c>, <c>((LayerBase)->list)|None</c>. What it does not know accepts anything.
/// </summary>
internal sealed class OptionTypeParser
{
    private readonly Dictionary<string, OptionType> known = new(StringComparer.Ordinal);

    /// <summary>The type of a text; types are few and come often, each is read once.</summary>
    internal OptionType Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return OptionType.Anything;
        }

        // Parts of the catalog are read when they are asked for, on any thread.
        lock (known)
        {
            if (!known.TryGetValue(text, out var type))
            {
                type = Union(Split(text, '|'));
                // A type of nothing but objects of Python, such as tensors, was documented for code, not for configs.
                type = type.Kinds == ValueKinds.None ? OptionType.Anything : type;
                known.Add(text, type);
            }

            return type;
        }
    }

    private static OptionType Union(List<string> texts)
    {
        var union = new OptionType(ValueKinds.None);
        foreach (var text in texts)
        {
            union = Join(union, One(text));
        }

        return union;
    }

    private static OptionType Join(OptionType a, OptionType b)
    {
        // A sequence of unknown items makes the items of the other unknown, too.
        var items =
            !a.Kinds.HasFlag(ValueKinds.Sequence) ? b.Items
            : !b.Kinds.HasFlag(ValueKinds.Sequence) ? a.Items
            : a.Items is null || b.Items is null ? null
            : Join(a.Items, b.Items);
        return new(a.Kinds | b.Kinds, items);
    }

    private static OptionType One(string text)
    {
        text = text.Trim();
        var bracket = text.IndexOf('[', StringComparison.Ordinal);
        var arrow = text.IndexOf("->", StringComparison.Ordinal);
        if (bracket > 0 && text.EndsWith(']') && (arrow < 0 || bracket < arrow))
        {
            return Generic(text[..bracket], text[(bracket + 1)..^1]);
        }

        if (arrow >= 0)
        {
            return new(ValueKinds.None);
        }

        return text.StartsWith('(') && text.EndsWith(')') ? Sequence(text[1..^1]) : Plain(text);
    }

    private static OptionType Generic(string name, string arguments) =>
        name switch
        {
            "Union" or "Optional" => Union(Split(arguments, ',')),
            "list" or "List" or "Sequence" or "tuple" or "Tuple" or "set" or "Set" => Sequence(arguments),
            _ => Plain(name),
        };

    private static OptionType Sequence(string items)
    {
        var type = Union([.. Split(items, ',').SelectMany(item => Split(item, '|'))]);
        return new(ValueKinds.Sequence, type.Kinds == ValueKinds.None ? null : type);
    }

    private static OptionType Plain(string name) =>
        name switch
        {
            "bool" => new(ValueKinds.Bool),
            "int" => new(ValueKinds.Integer),
            "float" => new(ValueKinds.Real),
            "str" or "os.PathLike" => new(ValueKinds.Text),
            "Dim" or "_MarkedDim" => new(ValueKinds.Dim),
            "LayerBase" or "RecLayer" or "TimeChunkingLayer" => new(ValueKinds.Layer),
            "dict" or "Dict" => new(ValueKinds.Dict),
            "NumbersDict" => new(ValueKinds.Dict | ValueKinds.Real),
            "list" or "List" or "tuple" or "Tuple" or "set" or "Sequence" or "numpy.ndarray" => new(
                ValueKinds.Sequence
            ),
            "None" or "NotSpecified" or "returnn.util.basic.NotSpecified" => new(ValueKinds.None),
            "function" or "callable" or "Callable" or "type" or "tf.Tensor" => new(ValueKinds.None),
            _ => OptionType.Anything,
        };

    private static List<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var (depth, start) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch
            {
                '[' or '(' => 1,
                ']' or ')' => -1,
                _ => 0,
            };
            if (depth == 0 && text[i] == separator)
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }
}
