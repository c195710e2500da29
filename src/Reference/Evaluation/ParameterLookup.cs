using NetDsl.Emit;

namespace NetDsl.Reference;

/// <summary>The variables of layers: their own, or those of others (<c>reuse_params</c>, contract 3.8).</summary>
internal sealed class ParameterLookup(StepState state)
{
    // Layers that take from each other in a circle.
    private const int MostSteps = 1000;

    /// <summary>The value of a layer's variable; null if there is none.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="name">Its name below the layer's scope.</param>
    internal Value? Find(NetLayer layer, string name)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            if (OutputInstead(layer, name) is { } reference)
            {
                return state.Lookup.Find(reference) is { } output ? Ordered(layer, name, output) : null;
            }

            if (LayerInstead(layer, name) is not { } other)
            {
                return state.Parameter(NameOf(layer, name));
            }

            layer = other;
        }

        return null;
    }

    /// <summary>The name of the variable that a layer writes to, be it another one's; null if it is no variable.</summary>
    internal string? WrittenName(NetLayer layer, string name)
    {
        if (OutputInstead(layer, name) is { Target: LayerTarget { Layer: var variable } })
        {
            return state.Variables.TryGetValue(variable, out var held) ? held.Parameter : null;
        }

        return LayerInstead(layer, name) is { } other ? WrittenName(other, name) : NameOf(layer, name);
    }

    internal static string NameOf(NetLayer layer, string name) => ScopeName.Join(ScopeName.Of(layer), name);

    private static NetReference? OutputInstead(NetLayer layer, string name) =>
        Reference(layer, $"reuse_params/map/{name}/layer_output");

    private static NetLayer? LayerInstead(NetLayer layer, string name)
    {
        var isOwn =
            layer.Options["reuse_params"] is DictValue { } reuse
            && reuse["map"] is DictValue map
            && map[name] is NoneValue or DictValue { Count: 0 };
        var reference = isOwn
            ? null
            : Reference(layer, "reuse_params")
                ?? Reference(layer, $"reuse_params/map/{name}")
                ?? Reference(layer, $"reuse_params/map/{name}/reuse_layer")
                ?? Reference(layer, "reuse_params/reuse_layer");
        return (reference?.Target as LayerTarget)?.Layer;
    }

    private static NetReference? Reference(NetLayer layer, string option) =>
        layer.References.FirstOrDefault(reference => reference.Option == option);

    // Dims given there are the order in which the layer wants the axes.
    private Value Ordered(NetLayer layer, string name, Datum output)
    {
        var entry = ((layer.Options["reuse_params"] as DictValue)?["map"] as DictValue)?[name] as DictValue;
        if (entry?["shape"] is not SequenceValue shape || shape.Items.Any(item => item is not DimValue))
        {
            return output.Value;
        }

        var order = shape
            .Items.OfType<DimValue>()
            .Select(dim => output.Type.IndexOf(state.Net.Space.Of(dim.Value)) ?? -1)
            .ToList();
        return order.Contains(-1) || order.Count != output.Type.Rank ? output.Value : output.Value.Permute([.. order]);
    }
}
