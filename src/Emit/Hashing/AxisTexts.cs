namespace NetDsl.Emit;

/// <summary>Texts that name axes.</summary>
internal static class AxisTexts
{
    private const string ByName = "stag";

    /// <summary>Whether some text finds axes by the names of their dims (<c>stag:time</c>): then these names mean something.</summary>
    internal static bool NameDims(OptionValue value) =>
        value switch
        {
            StringValue { Value: var text } => text.StartsWith(ByName, StringComparison.OrdinalIgnoreCase),
            SequenceValue sequence => sequence.Items.Any(NameDims),
            DictValue dict => dict.Any(entry => NameDims(entry.Key) || NameDims(entry.Value)),
            _ => false,
        };
}
