using NetDsl.Layers;

namespace NetDsl.Emit;

/// <summary>A net with what is known of each of its layers.</summary>
internal sealed class InferredNet(
    NetStructure structure,
    ExternData inputs,
    IReadOnlyDictionary<NetLayer, InferredLayer> layers,
    NetInference inference
)
{
    private const string InputPrefix = "data:";

    private const string Previous = "prev:";

    private Dictionary<string, NetLayer>? byPath;

    /// <summary>The net as it is built.</summary>
    internal NetStructure Structure { get; } = structure;

    /// <summary>The axes of the net.</summary>
    internal AxisSpace Space => inference.Space;

    /// <summary>A layer as its class sees it: options, sources, and what its axes are.</summary>
    internal LayerCall Call(NetLayer layer) => inference.Call(layer);

    /// <summary>What a reference stands for; null if it is not known.</summary>
    internal TensorType? TypeOf(NetReference reference) => inference.TypeOf(reference);

    /// <summary>An input, whole; null if it is not known.</summary>
    internal TensorType? Input(string key) => inputs.Find(key);

    /// <summary>What is known of a layer.</summary>
    internal InferredLayer this[NetLayer layer] => layers.GetValueOrDefault(layer) ?? InferredLayer.Unknown;

    /// <summary>The output at a path such as <c>enc/out</c>, <c>split/0</c> or <c>data:data</c>; null if it is not known.</summary>
    internal TensorType? Find(string path)
    {
        if (path.StartsWith(InputPrefix, StringComparison.Ordinal))
        {
            return inputs.Find(path[InputPrefix.Length..]);
        }

        byPath ??= Structure.Layers.ToDictionary(layer => layer.Path, StringComparer.Ordinal);
        if (byPath.TryGetValue(path, out var layer))
        {
            return this[layer].Type;
        }

        var slash = path.LastIndexOf('/');
        var name = path[(slash + 1)..];
        if (name == ":i")
        {
            return new TensorType([], "int32");
        }

        // What a loop keeps of the step before has the axes of the layer.
        if (name.StartsWith(Previous, StringComparison.Ordinal))
        {
            return Find(path[..(slash + 1)] + name[Previous.Length..]);
        }

        return slash > 0 && byPath.TryGetValue(path[..slash], out var owner)
            ? this[owner].Outputs.GetValueOrDefault(path[(slash + 1)..])
            : null;
    }

    /// <summary>All variables in the order they are made; those that several layers share, once.</summary>
    internal IEnumerable<LayerVariable> Variables()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var layer in Structure.Layers)
        {
            foreach (var variable in this[layer].Variables)
            {
                if (seen.Add(variable.Name))
                {
                    yield return variable;
                }
            }
        }
    }
}
