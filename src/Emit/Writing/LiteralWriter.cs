using System.Text;

namespace NetDsl.Emit;

/// <summary>
/// A value as a literal on one line; the two languages differ in words and in what they have at all. Everything has passed the
/// <see cref="WritingGate"/>, so what a language cannot say is a bug here and recursion is bounded.
/// </summary>
internal abstract class LiteralWriter(StringBuilder text)
{
    protected StringBuilder Text { get; } = text;

    protected abstract ConfigFormat Format { get; }

    /// <summary>Appends the literal.</summary>
    public void Write(OptionValue value)
    {
        switch (value)
        {
            case StringValue name:
                LiteralFormatter.AppendString(Text, name.Value, Format);
                break;
            case DimValue dim:
                WriteDim(dim);
                break;
            case IntegerValue number:
                LiteralFormatter.AppendInteger(Text, number.Value);
                break;
            case RealValue number:
                LiteralFormatter.AppendReal(Text, number.Value);
                break;
            case BoolValue truth:
                WriteBool(truth.Value);
                break;
            case NoneValue:
                WriteNone();
                break;
            case SequenceValue sequence:
                WriteSequence(sequence);
                break;
            case DictValue dict:
                WriteDict(dict);
                break;
            case CodeValue code:
                WriteCode(code);
                break;
            default:
                throw new InvalidOperationException($"{value.GetType().Name} has no literal.");
        }
    }

    protected abstract void WriteBool(bool value);

    protected abstract void WriteNone();

    protected abstract void WriteDim(DimValue value);

    protected abstract void WriteCode(CodeValue value);

    protected abstract void WriteSequence(SequenceValue sequence);

    /// <summary>Appends the items with commas between them, without brackets.</summary>
    protected void WriteItems(SequenceValue sequence)
    {
        var first = true;
        foreach (var item in sequence.Items)
        {
            if (!first)
            {
                Text.Append(", ");
            }

            Write(item);
            first = false;
        }
    }

    private void WriteDict(DictValue dict)
    {
        Text.Append('{');
        var first = true;
        foreach (var (key, value) in dict)
        {
            if (!first)
            {
                Text.Append(", ");
            }

            Write(key);
            Text.Append(": ");
            Write(value);
            first = false;
        }

        Text.Append('}');
    }
}
