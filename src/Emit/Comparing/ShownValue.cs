using System.Text;

namespace NetDsl.Emit;

/// <summary>Values as people read them: as Python spells them, dims by name and size, cut off where they get long.</summary>
internal static class ShownValue
{
    private const int Longest = 60;

    internal static string Of(OptionValue value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.Length <= Longest ? text.ToString() : $"{text.ToString(0, Longest)}...";
    }

    private static void Append(StringBuilder text, OptionValue value)
    {
        switch (value)
        {
            case NoneValue:
                text.Append("None");
                break;
            case BoolValue { Value: var flag }:
                text.Append(flag ? "True" : "False");
                break;
            case IntegerValue { Value: var number }:
                LiteralFormatter.AppendInteger(text, number);
                break;
            case RealValue { Value: var number } when double.IsFinite(number):
                LiteralFormatter.AppendReal(text, number);
                break;
            case StringValue { Value: var word }:
                LiteralFormatter.AppendString(text, word, ConfigFormat.Python);
                break;
            case DimValue { Value: var dim }:
                text.Append(dim);
                break;
            case CodeValue { Python: var code }:
                text.Append(code);
                break;
            case SequenceValue { Kind: var kind, Items: var items }:
                text.Append("[({"[(int)kind]);
                AppendAll(text, items, Append);
                text.Append("])}"[(int)kind]);
                break;
            case DictValue dict:
                text.Append('{');
                AppendAll(text, dict, AppendEntry);
                text.Append('}');
                break;
            default:
                text.Append('?');
                break;
        }
    }

    private static void AppendEntry(StringBuilder text, KeyValuePair<OptionValue, OptionValue> entry)
    {
        Append(text, entry.Key);
        text.Append(": ");
        Append(text, entry.Value);
    }

    // What is cut off is not spelled first.
    private static void AppendAll<T>(StringBuilder text, IEnumerable<T> items, Action<StringBuilder, T> append)
    {
        var separator = "";
        foreach (var item in items)
        {
            if (text.Length > Longest)
            {
                return;
            }

            text.Append(separator);
            append(text, item);
            separator = ", ";
        }
    }
}
