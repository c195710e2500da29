namespace NetDsl.Reference;

/// <summary><c>relative_positional_encoding</c>: for two frames the vector of their distance.</summary>
internal sealed class RelativePositionalEncodingEvaluator : ILayerEvaluator
{
    private const int DefaultClipping = 16;

    public IReadOnlyCollection<string> Options { get; } =
    [.. SourceOptions.All, "clipping", "fixed", "query_spatial_dim", "key_value_spatial_dim", "query_offset"];

    public Value? Evaluate(LayerStep step)
    {
        var clipping = step.Call.Integer("clipping") ?? DefaultClipping;
        if (step.Call.Has("query_offset") || step.Call.IsInLoop)
        {
            return step.Refuse("query_offset");
        }

        var width = step.Type.Axes[^1].Size!.Value;
        var table = step.Call.Flag("fixed")
            ? Value.Constant(Waves.Of([.. Enumerable.Range(0, (2 * clipping) + 1)], width))
            : step.Parameter("encoding_matrix");
        if (table is null || step.Input() is not { } input)
        {
            return null;
        }

        var keys = ExtentOf(step, input, step.Type.Axes[^2]);
        var queries = step.Type.Rank == 3 ? ExtentOf(step, input, step.Type.Axes[0]) : 1;
        if (keys is null || queries is null)
        {
            return step.Refuse("key_value_spatial_dim");
        }

        var distances = NdArray.Zeros([queries.Value, keys.Value]);
        for (var place = 0; place < distances.Count; place++)
        {
            var distance = (place % keys.Value) - (place / keys.Value);
            distances.Data[place] = Math.Clamp(distance, -clipping, clipping) + clipping;
        }

        var value = Rows.Of(table, distances);
        return step.Type.Rank == 3 ? value : value.Remove(0);
    }

    private static int? ExtentOf(LayerStep step, Datum input, NetDsl.Layers.Axis axis) =>
        input.Type.IndexOf(axis) is { } index ? input.Value.Shape[index] : step.Lengths.Extent(axis);
}
