using System.Text;

namespace NetDsl.Emit;

/// <summary>Literals of Python.</summary>
internal sealed class PythonLiteralWriter(StringBuilder text, DimNames names) : LiteralWriter(text)
{
    protected override ConfigFormat Format => ConfigFormat.Python;

    protected override void WriteBool(bool value) => Text.Append(value ? "True" : "False");

    protected override void WriteNone() => Text.Append("None");

    protected override void WriteDim(DimValue value)
    {
        var name = names.VariableOf(value.Value);
        if (PythonImports.MarkOf(value.Mark) is { } mark)
        {
            Text.Append(mark).Append('(').Append(name).Append(')');
        }
        else
        {
            Text.Append(name);
        }
    }

    protected override void WriteCode(CodeValue value) => Text.Append(value.Python);

    protected override void WriteSequence(SequenceValue sequence)
    {
        var empty = sequence.Items.Length == 0;
        switch (sequence.Kind)
        {
            case SequenceKind.Set when empty:
                // `{}` would be a dict.
                Text.Append("set()");
                break;
            case SequenceKind.Set:
                Text.Append('{');
                WriteItems(sequence);
                Text.Append('}');
                break;
            case SequenceKind.Tuple:
                Text.Append('(');
                WriteItems(sequence);
                Text.Append(sequence.Items.Length == 1 ? ",)" : ")");
                break;
            default:
                Text.Append('[');
                WriteItems(sequence);
                Text.Append(']');
                break;
        }
    }
}
