namespace NetDsl.Emit;

/// <summary>Which layers read which, at every depth.</summary>
internal sealed class Neighbours
{
    private readonly Dictionary<NetLayer, List<NetLayer>> sources = [];
    private readonly Dictionary<NetLayer, List<NetLayer>> readers = [];

    internal Neighbours(NetStructure structure)
    {
        foreach (var layer in structure.All)
        {
            foreach (var reference in layer.References)
            {
                if (reference.Target.Source is { } source)
                {
                    Add(sources, layer, source);
                    Add(readers, source, layer);
                }
            }
        }
    }

    /// <summary>What a layer refers to, each layer as often as it does.</summary>
    internal IReadOnlyList<NetLayer> Sources(NetLayer layer) => sources.GetValueOrDefault(layer) ?? [];

    /// <summary>Who refers to a layer.</summary>
    internal IReadOnlyList<NetLayer> Readers(NetLayer layer) => readers.GetValueOrDefault(layer) ?? [];

    private static void Add(Dictionary<NetLayer, List<NetLayer>> lists, NetLayer layer, NetLayer other)
    {
        if (!lists.TryGetValue(layer, out var list))
        {
            lists.Add(layer, list = []);
        }

        list.Add(other);
    }
}
