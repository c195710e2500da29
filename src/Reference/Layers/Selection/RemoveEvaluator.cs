namespace NetDsl.Reference;

/// <summary><c>remove</c>: sequences of class indices without one of these; they get shorter.</summary>
internal sealed class RemoveEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = ["symbol", "axis"];

    public Value? Evaluate(LayerStep step)
    {
        if (
            step.Sources is not [{ Type: { Rank: 2, Sparse: { } classes, BatchIndex: { } batch } } source]
            || step.Call.Integer("symbol") is not { } symbol
            || step.AxisOf(source.Type, "axis", "T") is not { } axis
        )
        {
            return step.Refuse("symbol");
        }

        symbol = symbol < 0 ? symbol + (classes.Size ?? 0) : symbol;
        var labels = source.Value.Array.Permute([batch, axis]);
        var (sequences, entries) = (labels.Shape[0], labels.Shape[1]);
        var lengths = step.Lengths.Of(source.Type.Axes[axis]);
        var rows = new List<List<double>>();
        for (var sequence = 0; sequence < sequences; sequence++)
        {
            var row = labels.Data.AsSpan(sequence * entries, lengths?[sequence] ?? entries).ToArray();
            rows.Add([.. row.Where(label => label != symbol)]);
        }

        var longest = rows.Max(row => row.Count);
        if (step.Type.Axes[axis] is { Size: null } made && step.Lengths.Of(made) is null)
        {
            step.Lengths.Set(made, [.. rows.Select(row => row.Count)]);
        }

        return Value.Constant(
            new NdArray(
                [sequences, longest],
                [.. rows.SelectMany(row => row.Concat(Enumerable.Repeat(0.0, longest - row.Count)))]
            )
        );
    }
}
