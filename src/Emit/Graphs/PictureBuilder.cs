using System.Globalization;
using System.Text;
using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>From a net to the nodes of its picture: layers in the modules that their names say, nets inside in boxes.</summary>
internal sealed class PictureBuilder
{
    // What a screen can show without effort.
    private const int MostAtFirst = 64;

    private readonly List<PictureNode> nodes = [];
    private readonly Dictionary<NetLayer, PictureNode> byLayer = [];
    private readonly Dictionary<string, PictureNode> inputs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> changes = new(StringComparer.Ordinal);
    private readonly NetView view;
    private readonly PictureOptions options;

    private PictureBuilder(NetView view, PictureOptions options)
    {
        (this.view, this.options) = (view, options);
        foreach (var edit in options.Against?.Edits ?? [])
        {
            if (edit.New is { } path && edit.Kind is not (EditKind.Resized or EditKind.Setting))
            {
                var word = edit.Kind.ToString().ToLowerInvariant();
                changes[path] = changes.TryGetValue(path, out var before) ? $"{before}, {word}" : word;
            }
        }
    }

    internal static Picture Build(NetView view, PictureOptions options)
    {
        var builder = new PictureBuilder(view, options);
        var net = Add(new(PictureKind.Net, view.Name, "", null));
        builder.AddInputs(net);
        builder.AddScope(view.Structure.Root, net);
        var edges = new PictureEdges(view.Structure, builder.byLayer, builder.inputs).All().ToList();
        foreach (var module in ModuleCycles.Find(net, edges))
        {
            module.Dissolve();
        }

        builder.Number(net);
        builder.Sum();
        builder.Open();
        return new(
            view.Name,
            [.. builder.nodes],
            [.. edges],
            [.. (options.Against?.Edits ?? []).Where(edit => edit.Kind == EditKind.Removed).Select(edit => edit.Old!)]
        );
    }

    private void Number(PictureNode net)
    {
        nodes.Clear();
        var open = new Stack<PictureNode>([net]);
        while (open.TryPop(out var node))
        {
            node.Id = nodes.Count;
            nodes.Add(node);
            for (var index = node.Children.Count - 1; index >= 0; index--)
            {
                open.Push(node.Children[index]);
            }
        }
    }

    private static PictureNode Add(PictureNode node)
    {
        node.Parent?.Children.Add(node);
        return node;
    }

    private void AddInputs(PictureNode net)
    {
        var keys = view
            .Structure.All.SelectMany(layer => layer.References)
            .Select(reference => reference.Target)
            .OfType<ExternDataTarget>()
            .Where(target => target.RegisteredBy is null)
            .Select(target => target.Key)
            .Distinct();
        foreach (var key in keys)
        {
            var dims = view.Inferred.Find($"data:{key}") is { } type ? ShownType.Of(type) : "";
            inputs.Add(key, Add(new(PictureKind.Input, key, $"data:{key}", net) { Dims = dims }));
        }
    }

    private void AddScope(NetScope scope, PictureNode holder)
    {
        var modules = new Dictionary<string, PictureNode>(StringComparer.Ordinal);
        var counts = scope.HoldsOneLayer ? [] : CountPrefixes(scope);
        foreach (var layer in scope.Layers)
        {
            var (parent, label) = scope.HoldsOneLayer
                ? (holder, scope.Option)
                : Module(layer.Name, holder, modules, counts);
            AddLayer(layer, parent, label);
        }
    }

    private static Dictionary<string, int> CountPrefixes(NetScope scope)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var layer in scope.Layers)
        {
            for (
                var dot = layer.Name.IndexOf('.', StringComparison.Ordinal);
                dot > 0;
                dot = layer.Name.IndexOf('.', dot + 1)
            )
            {
                var prefix = layer.Name[..dot];
                counts[prefix] = counts.GetValueOrDefault(prefix) + 1;
            }
        }

        return counts;
    }

    // A part of a name is a module if it holds more than one layer, and not all of the module around.
    private static (PictureNode Holder, string Label) Module(
        string name,
        PictureNode outermost,
        Dictionary<string, PictureNode> modules,
        Dictionary<string, int> counts
    )
    {
        var (holder, begin) = (outermost, 0);
        for (var dot = name.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = name.IndexOf('.', dot + 1))
        {
            var prefix = name[..dot];
            var next = name.IndexOf('.', dot + 1);
            var isAllOfNext = next > 0 && counts[name[..next]] == counts[prefix];
            if (counts[prefix] < 2 || isAllOfNext)
            {
                continue;
            }

            if (!modules.TryGetValue(prefix, out var module))
            {
                var path = holder == outermost && outermost.Path.Length > 0 ? $"{outermost.Path}/{prefix}" : prefix;
                module = Add(new(PictureKind.Module, prefix[begin..], path, holder));
                modules.Add(prefix, module);
            }

            (holder, begin) = (module, dot + 1);
        }

        return (holder, name[begin..]);
    }

    private void AddLayer(NetLayer layer, PictureNode holder, string label)
    {
        var inferred = view.Inferred[layer];
        var place = view.LineOf(layer);
        var node = Add(
            new(KindOf(layer), label, layer.Path, holder)
            {
                Class = layer.ClassName,
                Dims = inferred.Type is { } type ? ShownType.Of(type) : "",
                Options = OptionsOf(layer),
                Variables = [.. inferred.Variables.Select(Describe)],
                Source = place.IsKnown
                    ? $"{options.ShowPath(place.Path)}:{place.Line.ToString(CultureInfo.InvariantCulture)}"
                    : "",
                IsDead = !layer.IsBuilt,
                Change = ChangeOf(layer),
                Parameters = inferred.Variables.Sum(Size),
                Layers = 1,
            }
        );
        byLayer.Add(layer, node);
        foreach (var scope in layer.Inner)
        {
            AddScope(scope, node);
        }
    }

    private string ChangeOf(NetLayer layer)
    {
        if (changes.TryGetValue(layer.Path, out var change))
        {
            return change;
        }

        // Edits of all below a name end in a star.
        return changes.Count == 0
            ? ""
            : changes
                .Where(edit =>
                    edit.Key.EndsWith('*') && layer.Path.StartsWith(edit.Key[..^1], StringComparison.Ordinal)
                )
                .Select(edit => edit.Value)
                .FirstOrDefault("");
    }

    private static PictureKind KindOf(NetLayer layer) =>
        layer.Inner.Count == 0
            ? PictureKind.Layer
            : layer.ClassName switch
            {
                "rec" => PictureKind.Loop,
                "cond" => PictureKind.Cond,
                "masked_computation" => PictureKind.Masked,
                _ => PictureKind.Subnetwork,
            };

    private static string OptionsOf(NetLayer layer)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in MeantOptions.Of(layer))
        {
            if (value is not null && name is not ("from" or "out_shape"))
            {
                text.Append(name).Append(" = ").Append(ShownValue.Of(value)).Append('\n');
            }
        }

        return text.ToString().TrimEnd('\n');
    }

    private static string Describe(LayerVariable variable)
    {
        var sizes = variable.Shape.Select(size => size.ToString(CultureInfo.InvariantCulture));
        return $"{variable.Name} [{string.Join(", ", sizes)}]{(variable.IsTrainable ? "" : ", not trainable")}";
    }

    private static long Size(LayerVariable variable) => variable.Shape.Aggregate(1L, (product, size) => product * size);

    // Holders come before what they hold.
    private void Sum()
    {
        foreach (var node in Enumerable.Reverse(nodes))
        {
            if (node.Parent is { } holder)
            {
                holder.Parameters += node.Parameters;
                holder.Layers += node.Layers;
                holder.Changes += node.Changes + (node.Change.Length > 0 ? 1 : 0);
            }
        }
    }

    private void Open()
    {
        nodes[0].IsOpen = true;
        if (options.Depth is { } depth)
        {
            nodes.ForEach(node => node.IsOpen = node.IsHolder && node.Depth <= depth);
        }
        else if (options.Format != PictureFormat.Html)
        {
            nodes.ForEach(node => node.IsOpen = node.IsHolder);
        }
        else
        {
            OpenWhatFits();
        }
    }

    // From the outside to the inside, neighbours together, as long as the whole can be seen at once.
    private void OpenWhatFits()
    {
        var shown = nodes[0].Children.Count;
        foreach (var holder in nodes.Where(node => node.IsHolder).OrderBy(node => node.Depth))
        {
            var inside = holder.Children.Sum(child => child.Children.Count);
            if (holder.IsOpen && shown + inside <= MostAtFirst)
            {
                holder.Children.ForEach(child => child.IsOpen = child.IsHolder);
                shown += inside;
            }
        }
    }
}
