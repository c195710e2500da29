using System.Collections.Immutable;

namespace NetDsl.Emit;

/// <summary>
/// Keeps RETURNN from recursing too deep. It builds a layer by first building what the layer reads, one Python frame after another, and
/// dies at a chain of 200. One extra layer, built before all others, makes it build the chain bottom-up (contract 0.1).
/// </summary>
internal static class ConstructionOrder
{
    // 150 layers were built, 200 were not.
    private const int LongestSafeChain = 100;

    // How much of a chain is built at once.
    private const int Step = 30;

    // What holds a net.
    private static readonly ImmutableArray<string> NetOptions = ["unit", "subnetwork", "true_layer", "false_layer"];

    // Roots are built in sorted order: the layer's name must come before all others, so it begins as low as names can.
    private static readonly ImmutableArray<string> OrderNames = ["0_order", "0.order", "0.0.order", "0"];

    /// <summary>Whether a layer of this name only says what is built first.</summary>
    internal static bool IsOrder(string name) =>
        name.EndsWith("order", StringComparison.Ordinal) && OrderNames.Contains(name);

    /// <summary>The layers, with a construction order in front if a chain among them is long.</summary>
    internal static ImmutableArray<KeyValuePair<string, OptionValue>> Add(
        ImmutableArray<KeyValuePair<string, OptionValue>> layers,
        ICollection<Diagnostic> diagnostics
    )
    {
        var isStation = new bool[layers.Length];
        var depths = Depths(layers, isStation);
        if (depths.Length == 0 || depths.Max() < LongestSafeChain)
        {
            return layers;
        }

        var first = layers.Select(layer => layer.Key).Min(StringComparer.Ordinal)!;
        if (OrderNames.FirstOrDefault(name => string.CompareOrdinal(name, first) < 0) is not { } orderName)
        {
            diagnostics.Add(TranslationDiagnostics.NoRoomForOrder(first));
            return layers;
        }

        var zeroName = new UniqueNames(layers.Select(layer => layer.Key)).Take("0_zero", suffix: "");
        var stations = Enumerable
            .Range(0, layers.Length)
            .Where(place => isStation[place])
            .OrderBy(place => depths[place])
            .Select(place => (OptionValue)layers[place].Key);
        var zero = new LayerDraft("constant").Set("value", 0).Set("dtype", "int32");
        var order = new LayerDraft("identity")
            .Set("from", zeroName)
            .Set("control_dependencies", OptionValue.List([.. stations]))
            .Set("is_output_layer", true);
        return [new(zeroName, zero.ToDict()), new(orderName, order.ToDict()), .. layers];
    }

    /// <summary>How many layers RETURNN would build one inside the other.</summary>
    internal static int LongestChain(IReadOnlyList<KeyValuePair<string, OptionValue>> layers) =>
        layers.Count == 0 ? 0 : Depths(layers, new bool[layers.Count]).Max() + 1;

    // A net inside of a layer is built in the same recursion, on top of what it reads outside.
    private static int InnerChain(DictValue layer)
    {
        var longest = 0;
        foreach (var option in NetOptions)
        {
            if (layer[option] is DictValue { Count: > 0 } inner)
            {
                longest = Math.Max(
                    longest,
                    inner["class"] is StringValue ? 1 + InnerChain(inner) : LongestChain([.. inner.Select(Named)])
                );
            }
        }

        return longest;
    }

    private static KeyValuePair<string, OptionValue> Named(KeyValuePair<OptionValue, OptionValue> layer) =>
        new(((StringValue)layer.Key).Value, layer.Value);

    // A layer's depth is the length of the longest chain below it. Whatever a chain steps on when it crosses a multiple of the step is
    // a station, unless there is less than a step below it: with all of them built, no chain is longer than two steps, however it goes.
    private static int[] Depths(IReadOnlyList<KeyValuePair<string, OptionValue>> layers, bool[] isStation)
    {
        var index = new Dictionary<string, int>(layers.Count, StringComparer.Ordinal);
        for (var place = 0; place < layers.Count; place++)
        {
            index.Add(layers[place].Key, place);
        }

        var depths = new int[layers.Count];
        var sources = new List<int>();
        for (var place = 0; place < layers.Count; place++)
        {
            sources.Clear();
            LayerSources.Collect((DictValue)layers[place].Value, index, sources);
            foreach (var source in sources)
            {
                depths[place] = Math.Max(depths[place], depths[source] + 1);
            }

            var inside = InnerChain((DictValue)layers[place].Value);
            var isLong = inside > Step;
            depths[place] += isLong ? inside : 0;
            foreach (var source in sources)
            {
                isStation[source] |= isLong || (depths[source] >= Step && depths[source] / Step < depths[place] / Step);
            }
        }

        return depths;
    }
}
