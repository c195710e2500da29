using System.Globalization;
using NetDsl.Layers;

namespace NetDsl.Tests.Inference;

/// <summary>
/// A small net for tests of layer classes: <c>data</c> is [batch, time, in:6], <c>image</c> [batch, width:10, height:8, in],
/// <c>labels</c> [batch, time] of indices, <c>lengths</c> [batch] of numbers.
/// </summary>
internal sealed class LayerNet
{
    private const string Inputs = """
        from returnn.tensor import Dim, batch_dim
        use_tensorflow = True
        behavior_version = VERSION
        time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
        in_dim = Dim(6, name="in", kind=Dim.Types.Feature)
        width_dim = Dim(10, name="width", kind=Dim.Types.Spatial)
        height_dim = Dim(8, name="height", kind=Dim.Types.Spatial)
        out_dim = Dim(None, name="out", kind=Dim.Types.Spatial)
        three_dim = Dim(3, name="three", kind=Dim.Types.Spatial)
        classes_dim = Dim(5, name="classes", kind=Dim.Types.Feature)
        extern_data = {
            "data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32"},
            "image": {"dim_tags": (batch_dim, width_dim, height_dim, in_dim), "dtype": "float32"},
            "labels": {"dim_tags": (batch_dim, time_dim), "dtype": "int32", "sparse_dim": classes_dim},
            "lengths": {"dim_tags": (batch_dim,), "dtype": "int32"},
        }
        network = {
        LAYERS
        "output": {"class": "copy", "from": "y"},
        }

        """;

    private readonly InferredConfig inferred;

    private LayerNet(InferredConfig inferred) => this.inferred = inferred;

    /// <summary>A net with these layers, each <c>"name": {...},</c>; the last one is <c>y</c>.</summary>
    public static LayerNet Of(string layers, int version = 21) =>
        new(
            InferredConfig.Of(
                Inputs
                    .Replace("VERSION", version.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                    .Replace("LAYERS", layers, StringComparison.Ordinal)
            )
        );

    /// <summary>The messages about all layers.</summary>
    public IReadOnlyList<ShapeFault> Faults => [.. inferred.Faults];

    /// <summary>The axes of a layer as <c>name:size</c> with spaces between them; null if they are not known.</summary>
    public string? Axes(string layer) =>
        inferred.Layer(layer) is { } found
            ? string.Join(
                ' ',
                found.Dims.Select(dim =>
                    dim.Kind == "batch"
                        ? dim.Name
                        : $"{dim.Name}:{dim.Size?.ToString(CultureInfo.InvariantCulture) ?? "?"}"
                )
            )
            : null;

    /// <summary>What the entries of a layer are, and the size of what they point into.</summary>
    public string? Entries(string layer) =>
        inferred.Layer(layer) is { } found ? $"{found.Type} {found.SparseDim}".TrimEnd() : null;

    /// <summary>The shape of a variable, or null.</summary>
    public string? Variable(string name) =>
        inferred.Variables().TryGetValue(name, out var shape) ? string.Join(' ', shape) : null;

    /// <summary>The lengths of an axis of a layer where the sequences have 9, 7 and 5 frames.</summary>
    public string? Lengths(string layer, string axis)
    {
        var inputs = new Dictionary<string, IReadOnlyList<int>>(StringComparer.Ordinal) { ["time"] = [9, 7, 5] };
        return inferred.Lengths(layer, inputs).TryGetValue(axis, out var lengths) ? string.Join(' ', lengths) : null;
    }
}
