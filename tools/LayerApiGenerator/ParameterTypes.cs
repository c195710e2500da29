using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace NetDsl.LayerApiGenerator;

/// <summary>From the types that RETURNN documents, as the overlay mends them, to those of C#.</summary>
internal sealed partial class ParameterTypes(IReadOnlyDictionary<string, WordType> words)
{
    private static readonly string[] numbers = ["int", "float", "bool"];

    /// <summary>The type of an option.</summary>
    /// <param name="option">Its name.</param>
    /// <param name="documented">What RETURNN documents.</param>
    /// <param name="mended">The same, as the overlay mends it.</param>
    /// <param name="wordList">The list of texts that it takes.</param>
    /// <param name="defaultValue">Its default.</param>
    public ParameterType Of(string option, string documented, string mended, string? wordList, JToken? defaultValue)
    {
        if (wordList == "initializer")
        {
            return Reference("Initializer", "NetDsl.Initializer");
        }

        // Words beside axes or truth values have no type of their own.
        if (wordList is not null && words.TryGetValue(wordList, out var list))
        {
            return list.Type;
        }

        var type = Alternatives(mended);
        var text = string.Join('|', type);
        if (text.Length == 0)
        {
            return Untyped(defaultValue);
        }

        // Named alone, one axis is meant, whatever else is looked up by the same function.
        var several =
            ListOfAxes().IsMatch(Stripped(documented))
            || (option != "axis" && option.StartsWith("ax", StringComparison.Ordinal));
        if (option.StartsWith("ax", StringComparison.Ordinal))
        {
            return
                several
                && !option.StartsWith("axis1", StringComparison.Ordinal)
                && !option.StartsWith("axis2", StringComparison.Ordinal)
                ? Axes
                : Axis;
        }

        return text switch
        {
            "bool" => Plain("bool"),
            "int" => Plain("int"),
            "float" => Plain("double"),
            "str" or "str|()->str" or "str|(()->str)" or "str|tf.random.Algorithm" or "str|callable" => Text,
            "Dim" => Dim,
            "Dim|str" or "str|Dim" => Axis,
            "LayerBase" or "RecLayer" or "TimeChunkingLayer" => Tensor,
            "Loss" => words["losses"].Type,
            "int|Dim" or "Dim|int" => Reference("Extent"),
            "list[str]" => List("string", "string!"),
            "str|list[str]" or "list[str]|str" => Axes,
            "int|Dim|Sequence[int|Dim|Sequence[int|Dim]]" => List("PadWidth", "NetDsl.Layers.PadWidth!"),
            _ when ListOfAxes().IsMatch(text) && !text.StartsWith("dict[", StringComparison.Ordinal) => Axes,
            _ when ListOfDims().IsMatch(text) => List("Dim", "NetDsl.Dim!"),
            _ when ListOfExtents().IsMatch(text) => List("Extent", "NetDsl.Layers.Extent!"),
            _ when ListOfLayers().IsMatch(text) => List("Tensor", "NetDsl.Tensor!"),
            _ when ListOfNumbers().IsMatch(text) => type.Contains("int") ? Reference("Counts") : List("int", "int"),
            _ when type.TrueForAll(part => numbers.Contains(part)) => Reference("Number"),
            _ when type.Contains("LayerBase")
                    && type.TrueForAll(part => part == "LayerBase" || numbers.Contains(part)) => Tensor with
            {
                Setter = "SetNumberOrLayer",
            },
            _ when type.TrueForAll(part => part.StartsWith("dict[", StringComparison.Ordinal)) => Reference(
                "DictValue",
                "NetDsl.DictValue",
                "{0}"
            ),
            _ => Any,
        };
    }

    /// <summary>The type of a name: for the few options whose documented type says less than is known.</summary>
    public static ParameterType Named(string name) =>
        name switch
        {
            "Tensor" => Tensor,
            "int" => Plain("int"),
            "double" => Plain("double"),
            "string" => Text,
            "OptionValue" => Any,
            "DictValue" => Reference("DictValue", "NetDsl.DictValue", "{0}"),
            "IReadOnlyList<string>" => List("string", "string!"),
            _ => throw new InvalidOperationException($"No parameter is of type {name}."),
        };

    private static ParameterType Any => Reference("OptionValue", "NetDsl.OptionValue", "{0}");

    private static ParameterType Axis => Reference("LayerAxis");

    private static ParameterType Axes => Reference("LayerAxes");

    private static ParameterType Dim => Reference("Dim", "NetDsl.Dim", "{0}");

    private static ParameterType Tensor => Reference("Tensor", "NetDsl.Tensor", "{0}");

    private static ParameterType Text => Reference("string", "string", "{0}");

    private static ParameterType Plain(string name) => new(name, name, IsReference: false);

    private static ParameterType Reference(string name, string? fullName = null, string value = "{0}?.Value") =>
        new(name, fullName ?? $"NetDsl.Layers.{name}", IsReference: true, value);

    private static ParameterType List(string item, string fullItem) =>
        Reference($"IReadOnlyList<{item}>", $"System.Collections.Generic.IReadOnlyList<{fullItem}>", "{0}");

    private static ParameterType Untyped(JToken? defaultValue) =>
        defaultValue?.Type switch
        {
            JTokenType.Float => Plain("double"),
            JTokenType.Integer => Plain("int"),
            JTokenType.String => Axis,
            _ => Reference("Number"),
        };

    private static List<string> Alternatives(string type)
    {
        var parts = new List<string>();
        var (depth, start) = (0, 0);
        type = Stripped(type);
        for (var place = 0; place <= type.Length; place++)
        {
            if (place == type.Length || (depth == 0 && type[place] == '|'))
            {
                parts.Add(type[start..place]);
                start = place + 1;
            }
            else
            {
                depth +=
                    type[place] is '[' or '(' ? 1
                    : type[place] is ']' or ')' ? -1
                    : 0;
            }
        }

        parts.RemoveAll(part =>
            part is "" or "None" or "NotSpecified" or "returnn.util.basic.NotSpecified" or "numpy.ndarray"
        );
        return parts;
    }

    private static string Stripped(string type) => type.Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(
        @"(list|Sequence|tuple)\[(Union\[)?(Dim[|,]str|str\|Dim)|list\[(str|int)\]\|str|Dim\|int\|list\[int\]|^(int\|)?list\[str\]|str\|list\[str\]"
    )]
    private static partial Regex ListOfAxes();

    [GeneratedRegex(@"^(Dim\|)?(list|Sequence)\[Dim\]$")]
    private static partial Regex ListOfDims();

    [GeneratedRegex(@"^((list|Sequence|tuple)\[(int\|Dim|Dim\|int)\]\|?)+$")]
    private static partial Regex ListOfExtents();

    [GeneratedRegex(@"^(str\|)?(list|Sequence)\[LayerBase\](\|dict\[str,LayerBase\])?$")]
    private static partial Regex ListOfLayers();

    [GeneratedRegex(@"^(int\|)?(list|Sequence|tuple)\[int(\|None|\|Dim)?\](\|int)?$")]
    private static partial Regex ListOfNumbers();
}
