using System.Text;

namespace NetDsl.Emit;

/// <summary>Literals of JSON, with a blank after comma and colon as people write them.</summary>
internal sealed class JsonLiteralWriter(StringBuilder text) : LiteralWriter(text)
{
    protected override ConfigFormat Format => ConfigFormat.Json;

    protected override void WriteBool(bool value) => Text.Append(value ? "true" : "false");

    protected override void WriteNone() => Text.Append("null");

    protected override void WriteDim(DimValue value) => throw NotInJson(value);

    protected override void WriteCode(CodeValue value) => throw NotInJson(value);

    protected override void WriteSequence(SequenceValue sequence)
    {
        if (sequence.Kind != SequenceKind.List)
        {
            throw NotInJson(sequence);
        }

        Text.Append('[');
        WriteItems(sequence);
        Text.Append(']');
    }

    private static InvalidOperationException NotInJson(OptionValue value) =>
        new($"JSON has no literal for {value.GetType().Name}; the gate should have refused it.");
}
