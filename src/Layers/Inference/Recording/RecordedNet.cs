using System.Globalization;

namespace NetDsl.Layers;

/// <summary>
/// What inference keeps about a net while it is recorded. Axes are kept for the whole net, as RETURNN keeps them: what one layer
/// declares to be the same dim is the same for all that follow, and no formula is worked out twice.
/// </summary>
internal sealed class RecordedNet
{
    private readonly Net net;
    private readonly Dictionary<Node, InferredOutput> outputs = new(ReferenceEqualityComparer.Instance);
    private int layerCount;

    private RecordedNet(Net net, int behaviorVersion)
    {
        this.net = net;
        BehaviorVersion = behaviorVersion;
        Space = new(behaviorVersion);
        Dims = new(Space);
    }

    /// <summary>The behavior version that the net's config asked for when its first layer was recorded.</summary>
    internal int BehaviorVersion { get; }

    internal AxisSpace Space { get; }

    internal AxisDims Dims { get; }

    /// <summary>The input that losses compare with if a layer names none.</summary>
    internal string DefaultTarget
    {
        get
        {
            foreach (var (key, value) in net.Training?.Options ?? [])
            {
                if (key == "target" && value is StringValue name)
                {
                    return name.Value;
                }
            }

            return "classes";
        }
    }

    /// <summary>What is kept about a net.</summary>
    internal static RecordedNet Of(Net net) =>
        net.Attached(made => new RecordedNet(made, (made.Training ?? new Training()).BehaviorVersion));

    /// <summary>A name for a layer that has none yet, so that the axes it makes differ from those of others.</summary>
    internal string NextName(string layerClass) =>
        string.Create(CultureInfo.InvariantCulture, $"{layerClass}_{layerCount++}");

    /// <summary>A tensor as RETURNN sees it; of what is not inferred, the dims in order and special axes by default.</summary>
    internal TensorType TypeOf(Tensor tensor) =>
        outputs.TryGetValue(tensor.Node, out var output) && output.Type is { } type ? type : Described(tensor);

    /// <summary>An input by its key; null if it is not declared yet.</summary>
    internal TensorType? Input(string key)
    {
        foreach (var input in net.Inputs)
        {
            if (input.Key == key)
            {
                return TypeOf(input.Output);
            }
        }

        return null;
    }

    /// <summary>An output of a layer beside the main one; null if it is not known.</summary>
    internal TensorType? Part(LayerNode layer, string name) =>
        outputs.TryGetValue(layer, out var output) ? output.Parts?.GetValueOrDefault(name) : null;

    internal void Keep(Node node, InferredOutput output) => outputs[node] = output;

    private TensorType Described(Tensor tensor)
    {
        var (shape, dataType, sparse) = tensor.Signature;
        var type = new TensorType([.. shape.Select(Space.Of)], EntryTypes.NameOf(dataType))
        {
            Sparse = sparse is null ? null : Space.Of(sparse),
        };
        foreach (var axis in type.Axes)
        {
            axis.DefineLength(tensor.Node is InputNode && type.BatchIndex is null ? [] : Space.BatchOnly);
        }

        return type;
    }
}
