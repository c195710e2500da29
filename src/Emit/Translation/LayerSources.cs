namespace NetDsl.Emit;

/// <summary>Which layers of the root a layer reads, sub-nets inside it included.</summary>
internal static class LayerSources
{
    /// <summary>Adds the places of all root layers that the options refer to.</summary>
    internal static void Collect(DictValue layer, IReadOnlyDictionary<string, int> rootLayers, List<int> sources) =>
        Visit(layer, level: 0, rootLayers, sources);

    // Any text may be a reference: one that is not costs nothing, one that is missed costs the config.
    private static void Visit(
        OptionValue value,
        int level,
        IReadOnlyDictionary<string, int> rootLayers,
        List<int> sources
    )
    {
        switch (value)
        {
            case StringValue text:
                if (Target(text.Value, level) is { } name && rootLayers.TryGetValue(name, out var place))
                {
                    sources.Add(place);
                }

                break;
            case SequenceValue sequence:
                foreach (var item in sequence.Items)
                {
                    Visit(item, level, rootLayers, sources);
                }

                break;
            case DictValue dict:
                foreach (var (key, inner) in dict)
                {
                    var isSubnet =
                        key is StringValue { Value: "subnetwork" or "unit" }
                        && inner is DictValue net
                        && net["class"] is not StringValue;
                    Visit(inner, isSubnet ? level + 1 : level, rootLayers, sources);
                }

                break;
        }
    }

    private static string? Target(string text, int level)
    {
        for (; level > 0; level--)
        {
            if (!text.StartsWith("base:", StringComparison.Ordinal))
            {
                return null;
            }

            text = text["base:".Length..];
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? text : text[..slash];
    }
}
