using System.Globalization;
using System.Text;

namespace NetDsl.Emit;

/// <summary>
/// Spells values so that equal texts mean the same to RETURNN: dicts and sets in one order, numbers by their value, references and
/// dims by what they stand for. Two values that differ never have one text: each part says its length or is closed.
/// </summary>
/// <param name="reference">What stands for a reference to a layer, an input, the loop's index.</param>
/// <param name="dim">What stands for a dim.</param>
internal sealed class CanonicalText(Func<NetReference, string> reference, Func<Dim, string> dim)
{
    // RETURNN takes one name or several here.
    private const string From = "from";
    private const string Target = "target";
    private const string Eval = "eval";

    /// <summary>One option of a layer.</summary>
    internal string Of(NetLayer layer, string option, OptionValue? value)
    {
        var text = new StringBuilder();
        if (value is null)
        {
            foreach (var implied in layer.References.Where(r => r.IsImplicit && r.Option == option))
            {
                text.Append(reference(implied)).Append(',');
            }
        }
        else if (option is From or Target)
        {
            OptionValue[] items = value is SequenceValue several ? [.. several.Items] : [value];
            for (var index = 0; index < items.Length; index++)
            {
                Append(text, layer, option, index, items[index]);
                text.Append(',');
            }
        }
        else
        {
            Append(text, layer, option, 0, value);
        }

        return text.ToString();
    }

    /// <summary>A value outside of layers.</summary>
    internal string Of(string path, OptionValue value)
    {
        var text = new StringBuilder();
        Append(text, null, path, 0, value);
        return text.ToString();
    }

    private void Append(StringBuilder text, NetLayer? layer, string path, int index, OptionValue value)
    {
        switch (value)
        {
            case StringValue { Value: var name } when Find(layer, path, index) is { } meant:
                // What reads a layer by another text, such as a target, is told from its text's form.
                text.Append(meant.Text == name ? reference(meant) : Quote(name));
                break;
            case StringValue { Value: var code } when path == Eval:
                text.Append(Quote(CodeEssence.OfExpression(code)));
                break;
            case StringValue { Value: var word }:
                text.Append(Quote(word));
                break;
            case DimValue axis:
                text.Append(axis.Mark == DimMark.None ? "" : $"{axis.Mark}:").Append(dim(axis.Value));
                break;
            case SequenceValue sequence:
                AppendSequence(text, layer, path, sequence);
                break;
            case DictValue dict:
                AppendDict(text, layer, path, dict);
                break;
            default:
                text.Append(Single(value));
                break;
        }
    }

    private void AppendSequence(StringBuilder text, NetLayer? layer, string path, SequenceValue sequence)
    {
        var items = new List<string>(sequence.Items.Length);
        for (var index = 0; index < sequence.Items.Length; index++)
        {
            var item = new StringBuilder();
            Append(item, layer, path, index, sequence.Items[index]);
            items.Add(item.ToString());
        }

        if (sequence.Kind == SequenceKind.Set)
        {
            items.Sort(StringComparer.Ordinal);
        }

        // RETURNN compares the shape in out_type with a tuple, which no list equals (contract 3.6).
        var isTuple = sequence.Kind == SequenceKind.Tuple && path.StartsWith("out_type", StringComparison.Ordinal);
        text.Append(
                sequence.Kind == SequenceKind.Set ? "set("
                : isTuple ? "tuple("
                : "("
            )
            .AppendJoin(',', items)
            .Append(')');
    }

    private void AppendDict(StringBuilder text, NetLayer? layer, string path, DictValue dict)
    {
        var entries = new List<string>(dict.Count);
        foreach (var (key, value) in dict)
        {
            var entry = new StringBuilder();
            Append(entry, null, path, 0, key);
            entry.Append('=');
            Append(entry, layer, $"{path}/{(key as StringValue)?.Value}", 0, value);
            entries.Add(entry.ToString());
        }

        entries.Sort(StringComparer.Ordinal);
        text.Append('{').AppendJoin(',', entries).Append('}');
    }

    private static NetReference? Find(NetLayer? layer, string path, int index)
    {
        foreach (var candidate in layer?.References ?? [])
        {
            if (candidate.Index == index && !candidate.IsImplicit && candidate.Option == path)
            {
                return candidate;
            }
        }

        return null;
    }

    private static string Quote(string text) => string.Create(CultureInfo.InvariantCulture, $"{text.Length}\"{text}\"");

    private static string Single(OptionValue value) =>
        value switch
        {
            NoneValue => "None",
            BoolValue { Value: var flag } => flag ? "True" : "False",
            IntegerValue or RealValue => NumberOf(value),
            CodeValue { Python: var code } => $"code{Quote(CodeEssence.OfExpression(code))}",
            _ => throw new InvalidOperationException($"No text for {value}."),
        };

    /// <summary>The text of a number. 1 and 1.0 are equal in Python.</summary>
    internal static string NumberOf(OptionValue value) =>
        value switch
        {
            RealValue { Value: var number } when double.IsInteger(number) && Math.Abs(number) < 1e15 => (
                (long)number
            ).ToString(CultureInfo.InvariantCulture),
            RealValue { Value: var number } => number.ToString("R", CultureInfo.InvariantCulture),
            _ => ((IntegerValue)value).Value.ToString(CultureInfo.InvariantCulture),
        };
}
