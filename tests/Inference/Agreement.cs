using System.Globalization;
using NetDsl.Tests.Golden;

namespace NetDsl.Tests.Inference;

/// <summary>Where what is inferred differs from what RETURNN made, in words.</summary>
internal static class Agreement
{
    /// <summary>Every layer that RETURNN recorded and that is inferred otherwise.</summary>
    public static IEnumerable<string> OfLayers(
        InferredConfig inferred,
        IReadOnlyDictionary<string, GoldenLayer> recorded
    )
    {
        foreach (var (path, layer) in recorded)
        {
            if (inferred.Layer(path) is { } found && !IsSame(found, layer))
            {
                yield return $"{path} ({layer.Class}) is {Describe(layer)}, inferred {Describe(found)}";
            }
        }
    }

    /// <summary>Every layer that RETURNN recorded and that nothing is inferred of.</summary>
    public static IEnumerable<string> Missing(
        InferredConfig inferred,
        IReadOnlyDictionary<string, GoldenLayer> recorded
    ) =>
        recorded
            .Where(layer => inferred.Layer(layer.Key) is null)
            .Select(layer => $"{layer.Key} ({layer.Value.Class}) is not inferred");

    /// <summary>Every axis of a layer that is inferred whose lengths RETURNN recorded otherwise.</summary>
    public static IEnumerable<string> OfLengths(
        InferredConfig inferred,
        IReadOnlyDictionary<string, IReadOnlyList<int>> inputs,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<int>>> recorded
    )
    {
        foreach (var (path, axes) in recorded)
        {
            if (inferred.Layer(path) is null)
            {
                continue;
            }

            var found = inferred.Lengths(path, inputs);
            foreach (var (axis, lengths) in axes)
            {
                if (!found.TryGetValue(axis, out var known) || !known.SequenceEqual(lengths))
                {
                    var text = known is null ? "unknown" : string.Join(", ", known);
                    yield return $"{path}: {axis} is {string.Join(", ", lengths)} long, inferred {text}";
                }
            }
        }
    }

    /// <summary>Every variable that is there on one side only, or has another shape.</summary>
    public static IEnumerable<string> OfVariables(
        IReadOnlyDictionary<string, IReadOnlyList<int>> inferred,
        IReadOnlyDictionary<string, IReadOnlyList<int>> recorded
    )
    {
        foreach (var name in recorded.Keys.Union(inferred.Keys))
        {
            var (found, expected) = (Shape(inferred, name), Shape(recorded, name));
            if (found != expected)
            {
                yield return $"variable {name} is {expected}, inferred {found}";
            }
        }
    }

    private static bool IsSame(GoldenLayer found, GoldenLayer recorded) =>
        found.Dims.SequenceEqual(recorded.Dims) && found.Type == recorded.Type && found.SparseDim == recorded.SparseDim;

    private static string Describe(GoldenLayer layer) =>
        $"[{string.Join(", ", layer.Dims.Select(dim => $"{dim.Name}:{dim.Kind}:{dim.Size?.ToString(CultureInfo.InvariantCulture) ?? "?"}"))}] {layer.Type} {layer.SparseDim}";

    private static string Shape(IReadOnlyDictionary<string, IReadOnlyList<int>> shapes, string name) =>
        shapes.TryGetValue(name, out var shape) ? $"[{string.Join(", ", shape)}]" : "absent";
}
