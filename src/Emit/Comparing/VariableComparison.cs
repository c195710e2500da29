using System.Collections.Immutable;
using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>What became of the variables of each layer.</summary>
internal sealed class VariableComparison
{
    private readonly Dictionary<NetLayer, List<VariableChange>> byLayer = [];

    private readonly LayerMatching layers;

    private VariableComparison(LayerMatching layers) => this.layers = layers;

    /// <summary>All that differs, in the order of the new net.</summary>
    internal IEnumerable<VariableChange> Changes => byLayer.Values.SelectMany(changes => changes);

    internal static VariableComparison Of(LayerMatching layers)
    {
        var comparison = new VariableComparison(layers);
        var before = Names(layers.Old);
        var after = Names(layers.New);
        foreach (var layer in layers.New.Structure.Layers)
        {
            layers.TryOld(layer, out var old);
            if (!IsKnown(layers.New, layer) || (old is not null && !IsKnown(layers.Old, old)))
            {
                continue;
            }

            comparison.Compare(
                layer,
                old is null ? [] : Own(before, layers.Old, old),
                Own(after, layers.New, layer),
                before,
                after
            );
        }

        foreach (var layer in layers.Old.Structure.Layers.Where(layer => !layers.TryNew(layer, out _)))
        {
            comparison.Compare(layer, Own(before, layers.Old, layer), [], before, after);
        }

        return comparison;
    }

    /// <summary>What differs at a layer: of the new net, or of the old one if it is gone.</summary>
    internal IReadOnlyList<VariableChange> At(NetLayer layer) => byLayer.GetValueOrDefault(layer) ?? [];

    private static bool IsKnown(NetView view, NetLayer layer) => view.Inferred[layer].KnowsVariables;

    // The layer that makes a variable which several share.
    private static Dictionary<string, (NetLayer Layer, LayerVariable Variable)> Names(NetView view)
    {
        var names = new Dictionary<string, (NetLayer, LayerVariable)>(StringComparer.Ordinal);
        foreach (var layer in view.Structure.Layers)
        {
            foreach (var variable in view.Inferred[layer].Variables)
            {
                names.TryAdd(variable.Name, (layer, variable));
            }
        }

        return names;
    }

    private static List<LayerVariable> Own(
        Dictionary<string, (NetLayer Layer, LayerVariable Variable)> names,
        NetView view,
        NetLayer layer
    ) => [.. view.Inferred[layer].Variables.Where(variable => names[variable.Name].Layer == layer)];

    private void Compare(
        NetLayer layer,
        List<LayerVariable> old,
        List<LayerVariable> @new,
        Dictionary<string, (NetLayer Layer, LayerVariable Variable)> before,
        Dictionary<string, (NetLayer Layer, LayerVariable Variable)> after
    )
    {
        var changes = new List<VariableChange>();
        foreach (var variable in @new)
        {
            before.TryGetValue(variable.Name, out var same);
            var was =
                old.Find(v => v.Name == variable.Name)
                ?? (same.Variable is not null && StillHas(same.Layer, variable.Name) ? same.Variable : null)
                // By its name another layer's values would be loaded.
                ?? old.Find(v => Last(v) == Last(variable))
                ?? same.Variable;
            if (was is not null)
            {
                old.Remove(was);
            }

            var change = new VariableChange(was?.Name, variable.Name, was?.Shape ?? [], variable.Shape);
            if (change.IsBreaking)
            {
                changes.Add(change);
            }
        }

        changes.AddRange(
            old.Where(v => !after.ContainsKey(v.Name)).Select(v => new VariableChange(v.Name, null, v.Shape, []))
        );
        if (changes.Count > 0)
        {
            byLayer.Add(layer, changes);
        }
    }

    private bool StillHas(NetLayer old, string variable) =>
        layers.TryNew(old, out var now) && layers.New.Inferred[now].Variables.Any(v => v.Name == variable);

    private static string Last(LayerVariable variable) => variable.Name[(variable.Name.LastIndexOf('/') + 1)..];
}
