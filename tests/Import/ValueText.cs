using System.Globalization;
using System.Text;
using NetDsl.Emit;

namespace NetDsl.Tests.Import;

/// <summary>
/// One text for each value, to compare configs by: exact for numbers and texts; dims by structure, the same dim object as the same
/// number (<c>#1:time:?:Spatial</c> at first, <c>#1</c> then), and a derived one as the expression over them.
/// </summary>
internal sealed class ValueText
{
    private readonly Dictionary<Dim, int> numbers = [];
    private readonly StringBuilder text = new();

    public static string Of(OptionValue value)
    {
        var writer = new ValueText();
        writer.Append(value);
        return writer.text.ToString();
    }

    /// <summary>A whole config; equal texts mean equal configs.</summary>
    public static string Of(Config config)
    {
        var writer = new ValueText();
        writer.text.Append(CultureInfo.InvariantCulture, $"{config.Name}\n");
        foreach (var (key, value) in config.Entries)
        {
            writer.text.Append(CultureInfo.InvariantCulture, $"{key} = ");
            writer.Append(value);
            writer.text.Append('\n');
        }

        return writer.text.ToString();
    }

    private void Append(OptionValue value)
    {
        switch (value)
        {
            case StringValue s:
                LiteralFormatter.AppendString(text, s.Value, ConfigFormat.Json);
                break;
            case RealValue { Value: var real }:
                text.Append(real.ToString("R", CultureInfo.InvariantCulture)).Append('r');
                break;
            case IntegerValue { Value: var whole }:
                text.Append(CultureInfo.InvariantCulture, $"{whole}");
                break;
            case BoolValue { Value: var truth }:
                text.Append(truth);
                break;
            case NoneValue:
                text.Append("None");
                break;
            case CodeValue code:
                text.Append(CultureInfo.InvariantCulture, $"<{code.Python}>");
                break;
            case DimValue dim:
                AppendDim(dim.Value);
                text.Append(dim.Mark == DimMark.None ? "" : $"!{dim.Mark}");
                break;
            case SequenceValue sequence:
                text.Append(sequence.Kind).Append('[');
                AppendAll(sequence.Items, Append);
                text.Append(']');
                break;
            case DictValue dict:
                text.Append('{');
                AppendAll(
                    dict,
                    entry =>
                    {
                        Append(entry.Key);
                        text.Append(": ");
                        Append(entry.Value);
                    }
                );
                text.Append('}');
                break;
            default:
                throw new InvalidOperationException($"A config holds no {value.GetType().Name}.");
        }
    }

    private void AppendDim(Dim dim)
    {
        var isNew = numbers.TryAdd(dim, numbers.Count + 1);
        text.Append(CultureInfo.InvariantCulture, $"#{numbers[dim]}");
        if (!isNew)
        {
            return;
        }

        if (dim.Expression is { } expression)
        {
            text.Append(CultureInfo.InvariantCulture, $"({expression.Operator} ");
            AppendOperand(expression.Left);
            text.Append(' ');
            AppendOperand(expression.Right);
            text.Append(')');
        }
        else
        {
            text.Append(CultureInfo.InvariantCulture, $":{dim.Name}:{dim.Size}:{dim.Kind}");
        }
    }

    private void AppendOperand(DimOperand operand)
    {
        if (operand.Dim is { } dim)
        {
            AppendDim(dim);
        }
        else
        {
            text.Append(CultureInfo.InvariantCulture, $"{operand.Number}");
        }
    }

    private void AppendAll<T>(IEnumerable<T> items, Action<T> append)
    {
        var isFirst = true;
        foreach (var item in items)
        {
            text.Append(isFirst ? "" : ", ");
            append(item);
            isFirst = false;
        }
    }
}
