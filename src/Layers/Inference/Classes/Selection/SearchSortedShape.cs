using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary><c>search_sorted</c>: where values belong in sorted sequences.</summary>
internal sealed class SearchSortedShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (call.Layer("sorted_sequence") is not { } sorted || call.Layer("values") is not { } values)
        {
            return call.Unknown();
        }

        if (call.AxisOr(sorted, "axis", "T") is not { } index)
        {
            return null;
        }

        ImmutableArray<int> batch = [.. Enumerable.Range(0, sorted.Rank).Where(place => place != index)];
        if (SharedAxes.Places(call, values, sorted, batch) is not { } shared)
        {
            return null;
        }

        ImmutableArray<int> rest = [.. Enumerable.Range(0, values.Rank).Where(place => !shared.Contains(place))];
        return rest.Length == 1
            ? values.Transpose([.. shared, .. rest]).OfType("int32", values.Sparse)
            : call.Fail(
                ShapeFaults.Size(
                    $"The values {values} have {rest.Length} axes that {sorted} does not have",
                    "one",
                    "values"
                )
            );
    }
}
