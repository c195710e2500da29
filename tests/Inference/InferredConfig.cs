using System.Collections.Immutable;
using NetDsl.Emit;
using NetDsl.Layers;
using NetDsl.Tests.Golden;
using Xunit;

namespace NetDsl.Tests.Inference;

/// <summary>A config's text with what is inferred of its net.</summary>
internal sealed class InferredConfig
{
    private readonly InferredNet net;

    private InferredConfig(InferredNet net) => this.net = net;

    public IEnumerable<ShapeFault> Faults =>
        net.Structure.Layers.Select(layer => net[layer].Fault).OfType<ShapeFault>();

    public static InferredConfig Of(string text, string path = "net.py")
    {
        var diagnostics = new List<Diagnostic>();
        var config = ConfigReader.Read(text, path, diagnostics)?.Config;
        Assert.NotNull(config);
        var structure = NetStructure.Read(config);
        return new(NetInference.Run(structure, NetSource.Of(config), config));
    }

    /// <summary>The layer at a path, as RETURNN would record it; null if it is not known.</summary>
    public GoldenLayer? Layer(string path) =>
        net.Find(path) is { } type ? new(null, [.. type.Axes.Select(Dim)], type.DataType, type.Sparse?.Size) : null;

    /// <summary>The shapes of all variables, by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<int>> Variables() =>
        net.Variables()
            .ToDictionary(
                variable => variable.Name,
                IReadOnlyList<int> (variable) => [.. variable.Shape],
                StringComparer.Ordinal
            );

    /// <summary>The lengths of a layer's axes for given lengths of those of the inputs, by name; only those that can be known.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<int>> Lengths(
        string path,
        IReadOnlyDictionary<string, IReadOnlyList<int>> inputs
    )
    {
        var lengths = new AxisLength(
            from axis in net.Find("data:data")?.Axes ?? []
            where inputs.ContainsKey(axis.Name)
            select KeyValuePair.Create<Axis, ImmutableArray<int>>(axis, [.. inputs[axis.Name]])
        );
        var found = new Dictionary<string, IReadOnlyList<int>>(StringComparer.Ordinal);
        foreach (var axis in net.Find(path)?.Axes ?? [])
        {
            if (axis.IsDynamic && lengths.Of(axis) is { } known)
            {
                found[axis.Name] = known;
            }
        }

        return found;
    }

    private static GoldenDim Dim(Axis axis) => new(axis.Name, axis.Kind.ToString().ToLowerInvariant(), axis.Size);
}
