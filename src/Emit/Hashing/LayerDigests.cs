using System.Text;

namespace NetDsl.Emit;

/// <summary>
/// A digest for each layer of what it computes: its class, its options, and the digests of what it reads. Names count only where
/// they mean something. Takes time linear in the size of the net.
/// </summary>
internal sealed class LayerDigests
{
    // In the first, what is read from the step before is known by its options alone; dims are known by their uses from the second on.
    private const int Rounds = 3;

    private readonly NetView view;
    private readonly bool keepsNames;
    private readonly HashSet<string> spoken;
    private readonly DimLabels dims;
    private readonly CanonicalText text;
    private Dictionary<NetLayer, string> before = [];
    private Dictionary<NetLayer, string> now = [];

    private LayerDigests(NetView view, bool keepsNames)
    {
        this.view = view;
        this.keepsNames = keepsNames;
        spoken = keepsNames ? SpokenNames.Of(view) : [];
        dims = new(keepsNames && AxisTexts.NameDims(view.Config.Network));
        text = new(Text, dim => dims[dim]);
    }

    /// <summary>The digest of a built layer.</summary>
    internal string this[NetLayer layer] => now[layer];

    /// <summary>Spells a value outside of layers, with the dims as the layers know them.</summary>
    internal CanonicalText Values => text;

    /// <summary>Computes the digests of all built layers.</summary>
    /// <param name="view">The net.</param>
    /// <param name="keepsNames">Whether names that reach a checkpoint or that somebody asks for count.</param>
    internal static LayerDigests Of(NetView view, bool keepsNames)
    {
        var digests = new LayerDigests(view, keepsNames);
        for (var round = 0; round < Rounds; round++)
        {
            digests.Walk(isLast: round == Rounds - 1);
        }

        return digests;
    }

    private void Walk(bool isLast)
    {
        (before, now) = (now, []);
        foreach (var layer in view.Structure.Layers)
        {
            now[layer] = DigestOf(layer);
        }

        if (!isLast)
        {
            NoteDims();
            dims.Refine();
        }
    }

    private string DigestOf(NetLayer layer)
    {
        var content = new StringBuilder(MeantOptions.ClassOf(layer)).Append('\n');
        foreach (var (option, value) in MeantOptions.Of(layer))
        {
            content.Append(option).Append('=').Append(text.Of(layer, option, value)).Append('\n');
        }

        foreach (var scope in layer.Inner)
        {
            var inner = scope.Layers.Where(l => l.IsBuilt).Select(l => $"{Role(l)}:{now.GetValueOrDefault(l)}");
            content.Append(scope.Option).Append('{').AppendJoin(',', inner.Order(StringComparer.Ordinal)).Append("}\n");
        }

        if (keepsNames)
        {
            AppendNames(content, layer);
        }

        return Digest.Short(content);
    }

    // The variables' names are in the checkpoint, those of losses in the scores that learning rates follow.
    private void AppendNames(StringBuilder content, NetLayer layer)
    {
        var inferred = view.Inferred[layer];
        foreach (var variable in inferred.Variables)
        {
            content.Append("variable ").Append(variable.Name).Append('\n');
        }

        var isNamed =
            !inferred.KnowsVariables
            || layer.Scope.IsOpen
            || layer.Options["loss"] is not (null or NoneValue)
            || spoken.Contains(layer.Name)
            || spoken.Contains(layer.Path)
            || (layer.Scope.Kind == ScopeKind.Root && layer.Name == "output");
        if (isNamed)
        {
            content.Append("name ").Append(layer.Path).Append('\n');
        }
    }

    // What RETURNN looks for in a net inside by its name.
    private static string Role(NetLayer layer) => layer.Name is "output" or "end" ? layer.Name : "";

    private string Text(NetReference reference) =>
        (reference.IsPrevious ? "prev:" : "")
        + reference.Target switch
        {
            LayerTarget { Layer: var layer } => Of(layer),
            SubLayerTarget { Layer: var layer, Inner: { } inner } => $"{Of(layer)}/{Of(inner)}",
            SubLayerTarget { Layer: var layer, SubLayer: var part } => $"{Of(layer)}/{part}",
            ExternDataTarget { Key: var key } => $"data:{key}",
            ScopeInputTarget { Key: var key, Index: var index } => $"input:{(index is null ? key : $"{index}")}",
            LoopIndexTarget => ":i",
            _ => $"?{reference.Text}",
        };

    private string Of(NetLayer layer) =>
        now.TryGetValue(layer, out var digest) ? digest
        : before.TryGetValue(layer, out digest) ? $"later:{digest}"
        : $"later:{MeantOptions.ClassOf(layer)}";

    private void NoteDims()
    {
        foreach (var layer in view.Structure.Layers)
        {
            foreach (var (option, value) in MeantOptions.Of(layer))
            {
                if (value is not null)
                {
                    Note(value, option, now[layer]);
                }
            }
        }

        if (view.Config["extern_data"] is { } data)
        {
            Note(data, "extern_data", "");
        }
    }

    private void Note(OptionValue value, string path, string owner)
    {
        switch (value)
        {
            case DimValue dim:
                dims.Use(dim.Value, $"{path}:{owner}");
                break;
            case SequenceValue { Kind: var kind, Items: var items }:
                for (var index = 0; index < items.Length; index++)
                {
                    Note(items[index], kind == SequenceKind.Set ? path : $"{path}/{index}", owner);
                }

                break;
            case DictValue dict:
                foreach (var (key, item) in dict)
                {
                    Note(key, path, owner);
                    Note(item, $"{path}/{(key as StringValue)?.Value}", owner);
                }

                break;
        }
    }
}
