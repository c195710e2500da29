using System.Collections.Immutable;
using NetDsl.Emit;

namespace NetDsl.Tests.Import;

/// <summary>Configs without the order of keys, which RETURNN does not see inside of layers.</summary>
internal static class SortedKeys
{
    /// <summary>The same config with the keys of every layer in one order.</summary>
    public static Config Of(Config config) =>
        config with
        {
            Entries = [.. config.Entries.Select(entry => KeyValuePair.Create(entry.Key, Of(entry.Value)))],
        };

    private static OptionValue Of(OptionValue value) =>
        value switch
        {
            SequenceValue sequence => sequence with { Items = [.. sequence.Items.Select(Of)] },
            DictValue dict when NetShape.IsLayer(dict) => DictValue.OfValues(
                Inner(dict).OrderBy(entry => ValueText.Of(entry.Key), StringComparer.Ordinal)
            ),
            DictValue dict => DictValue.OfValues(Inner(dict)),
            _ => value,
        };

    private static ImmutableArray<KeyValuePair<OptionValue, OptionValue>> Inner(DictValue dict) =>
        [.. dict.Select(entry => KeyValuePair.Create(entry.Key, Of(entry.Value)))];
}
