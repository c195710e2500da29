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
    private const int Step = 40;

    // Roots are built in sorted order, so a digit comes before every other name.
    private const string OrderLayer = "0_order";
    private const string ZeroLayer = "0_zero";

    /// <summary>The layers, with a construction order in front if a chain among them is long.</summary>
    internal static ImmutableArray<KeyValuePair<string, OptionValue>> Add(
        ImmutableArray<KeyValuePair<string, OptionValue>> layers
    )
    {
        var index = new Dictionary<string, int>(layers.Length, StringComparer.Ordinal);
        for (var place = 0; place < layers.Length; place++)
        {
            index.Add(layers[place].Key, place);
        }

        var depths = new int[layers.Length];
        var isStation = new bool[layers.Length];
        var sources = new List<int>();
        for (var place = 0; place < layers.Length; place++)
        {
            sources.Clear();
            LayerSources.Collect((DictValue)layers[place].Value, index, sources);
            foreach (var source in sources)
            {
                depths[place] = Math.Max(depths[place], depths[source] + 1);
            }

            // Whatever a chain steps on when it crosses a multiple of the step is built beforehand, however it gets there.
            foreach (var source in sources)
            {
                isStation[source] |= depths[source] / Step < depths[place] / Step;
            }
        }

        if (depths.Length == 0 || depths.Max() < LongestSafeChain)
        {
            return layers;
        }

        var stations = Enumerable
            .Range(0, layers.Length)
            .Where(place => isStation[place])
            .OrderBy(place => depths[place]);
        var zero = new LayerDraft("constant").Set("value", 0).Set("dtype", "int32");
        var order = new LayerDraft("identity")
            .Set("from", ZeroLayer)
            .Set(
                "control_dependencies",
                OptionValue.List([.. stations.Select(place => (OptionValue)layers[place].Key)])
            )
            .Set("is_output_layer", true);
        return [new(ZeroLayer, zero.ToDict()), new(OrderLayer, order.ToDict()), .. layers];
    }
}
