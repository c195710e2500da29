using System.Collections.Frozen;

namespace NetDsl.Emit;

/// <summary>
/// Follows what stands behind the end of sequences. Most layers keep it there; an unmasked reduction takes it in, and a layer that
/// looks at neighbouring frames may. One pass over the graph for each dim that is asked for.
/// </summary>
internal sealed class PaddingFlow(LoweredGraph lowered, GraphIndex index)
{
    // Classes given by name that work frame by frame, as long as no option names the dim.
    private static readonly FrozenSet<string> Framewise = FrozenSet.Create(
        StringComparer.Ordinal,
        "activation",
        "copy",
        "dropout",
        "layer_norm",
        "linear",
        "merge_dims",
        "range_in_axis",
        "relative_positional_encoding",
        "self_attention",
        "softmax",
        "split",
        "split_dims"
    );

    private readonly Dictionary<Dim, Dictionary<(Node Node, int Index), Node?>> readers = new(
        ReferenceEqualityComparer.Instance
    );

    /// <summary>The first node that a tensor's padding along a dim may matter to, or null.</summary>
    internal Node? FirstReader(Tensor tensor, Dim dim)
    {
        if (!readers.TryGetValue(dim, out var found))
        {
            readers.Add(dim, found = []);
            Follow(dim, found);
        }

        return found.GetValueOrDefault((tensor.Node, tensor.Index));
    }

    // From the end to the start: what matters to a reader matters to what it reads.
    private void Follow(Dim dim, Dictionary<(Node Node, int Index), Node?> result)
    {
        var nodes = lowered.Graph.Nodes;
        for (var place = nodes.Length - 1; place >= 0; place--)
        {
            foreach (var tensor in nodes[place].Outputs)
            {
                if (tensor.Dims.Contains(dim))
                {
                    result.Add((tensor.Node, tensor.Index), ReaderOf(tensor, dim, result));
                }
            }
        }
    }

    private Node? ReaderOf(Tensor tensor, Dim dim, Dictionary<(Node Node, int Index), Node?> known)
    {
        foreach (var reader in index.ReadersOf(tensor))
        {
            if (TakesIn(reader, dim))
            {
                return reader;
            }

            if (NameGivenTo(dim, reader) is { } renamed && FirstReader(reader.Output, renamed) is { } behind)
            {
                return behind;
            }

            foreach (var output in reader.Outputs)
            {
                if (known.GetValueOrDefault((output.Node, output.Index)) is { } further)
                {
                    return further;
                }
            }
        }

        return null;
    }

    private static bool TakesIn(Node reader, Dim dim) =>
        reader switch
        {
            ReduceNode reduce => reduce.Axes.Contains(dim) && !reduce.Masked,
            LayerNode layer => !KeepsPadding(layer, dim),
            _ => false,
        };

    private static bool KeepsPadding(LayerNode layer, Dim dim) =>
        layer.LayerClass switch
        {
            "batch_norm" => layer.Options["masked_time"] is BoolValue { Value: true },
            "reinterpret_data" => IsRenaming(layer),
            "rec" => layer.Options["unit"] is StringValue,
            _ => Framewise.Contains(layer.LayerClass) && !MayName(layer, dim),
        };

    private static bool IsRenaming(LayerNode layer) =>
        layer is { LayerClass: "reinterpret_data", Options.Count: 1 } && layer.Options["set_dim_tags"] is DictValue;

    // The frames are the same under another name.
    private static Dim? NameGivenTo(Dim dim, Node node)
    {
        if (node is LayerNode layer && IsRenaming(layer))
        {
            foreach (var (old, by) in (DictValue)layer.Options["set_dim_tags"]!)
            {
                if (old is DimValue named && ReferenceEquals(named.Value, dim))
                {
                    return (by as DimValue)?.Value;
                }
            }
        }

        return null;
    }

    // An axis given as a text may be any. To count the frames is not to read them.
    private static bool MayName(LayerNode layer, Dim dim) =>
        layer.LayerClass != "range_in_axis"
        && layer.Options.Any(option =>
            option.Key is StringValue { Value: "in_dim" or "axis" or "axes" or "dropout_axis" }
            && IsOrMayBe(option.Value, dim)
        );

    private static bool IsOrMayBe(OptionValue value, Dim dim) =>
        value switch
        {
            DimValue named => ReferenceEquals(named.Value, dim),
            SequenceValue list => list.Items.Any(item => IsOrMayBe(item, dim)),
            _ => true,
        };
}
