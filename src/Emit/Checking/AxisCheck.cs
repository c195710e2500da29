using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>Descriptions of axes, as far as no tensor need be known: words, and what a behavior version has done away with (contract 3.7).</summary>
internal sealed class AxisCheck(int behaviorVersion, List<Diagnostic> diagnostics)
{
    // Numbers in a dot went first (contract 1.5).
    private const int NoNumbersInDotFrom = 3;

    /// <summary>Checks the value of an option that names axes.</summary>
    internal void Check(LayerOption option, OptionValue value, CheckPlace place)
    {
        if (value is DictValue dict)
        {
            foreach (var (key, item) in dict)
            {
                if (option.Axes.HasFlag(AxisPlaces.Keys))
                {
                    CheckOne(option, key, place);
                }

                if (option.Axes.HasFlag(AxisPlaces.Values))
                {
                    CheckOne(option, item, place);
                }
            }
        }
        else if (option.Axes.HasFlag(AxisPlaces.Items))
        {
            CheckItems(option, value, place);
        }
    }

    private void CheckItems(LayerOption option, OptionValue value, CheckPlace place)
    {
        if (value is not SequenceValue several)
        {
            CheckOne(option, value, place);
            return;
        }

        foreach (var item in several.Items)
        {
            CheckOne(option, item, place);
        }
    }

    private void CheckOne(LayerOption option, OptionValue value, CheckPlace place)
    {
        switch (value)
        {
            case IntegerValue when behaviorVersion >= NoNumbersFrom(option):
                diagnostics.Add(SchemaDiagnostics.AxisNoMore(place, option.Name, value, NoNumbersFrom(option)));
                break;
            case StringValue { Value: var text } when option.Words?.Knows(text) is true:
                break;
            case StringValue { Value: var text } when !AxisWords.Knows(text):
                var meant =
                    AxisWords.Near(text) ?? (option.Words is { } words ? NearMiss.Find(text, words.Words) : null);
                diagnostics.Add(SchemaDiagnostics.UnknownAxis(place, option.Name, text, meant));
                break;
            case StringValue { Value: var text }
                when behaviorVersion >= AxisWords.NoOrderFrom && AxisWords.IsByOrder(text):
                diagnostics.Add(SchemaDiagnostics.AxisNoMore(place, option.Name, value, AxisWords.NoOrderFrom));
                break;
        }
    }

    private static int NoNumbersFrom(LayerOption option) =>
        option.Name is "red1" or "red2" or "var1" or "var2" ? NoNumbersInDotFrom : AxisWords.NoNumbersFrom;
}
