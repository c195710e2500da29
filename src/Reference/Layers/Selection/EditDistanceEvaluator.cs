using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary><c>edit_distance</c>: how many entries have to be put in, left out or changed to make one sequence of another (Levenshtein).</summary>
internal sealed class EditDistanceEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = ["a", "b", "a_spatial_dim", "b_spatial_dim"];

    public Value? Evaluate(LayerStep step)
    {
        if (Rows(step, "a", "a_spatial_dim") is not { } left || Rows(step, "b", "b_spatial_dim") is not { } right)
        {
            return step.Refuse("a");
        }

        return left.Count == right.Count
            ? Value.Constant(
                new NdArray([left.Count], [.. left.Zip(right, (one, other) => (double)Distance(one, other))])
            )
            : step.Refuse("b");
    }

    private static List<double[]>? Rows(LayerStep step, string option, string dim)
    {
        if (step.Other(option) is not { Type: { Rank: 2, BatchIndex: { } batch } } datum)
        {
            return null;
        }

        var axis = step.Call.Has(dim) ? step.Call.AxisOf(datum.Type, dim) : datum.Type.TimeIndex;
        if (axis is not { } time)
        {
            return null;
        }

        var labels = datum.Value.Array.Permute([batch, time]);
        var lengths = step.Lengths.Of(datum.Type.Axes[time]);
        return
        [
            .. Enumerable
                .Range(0, labels.Shape[0])
                .Select(sequence =>
                    labels.Data.AsSpan(sequence * labels.Shape[1], lengths?[sequence] ?? labels.Shape[1]).ToArray()
                ),
        ];
    }

    private static int Distance(double[] left, double[] right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var from = 1; from <= left.Length; from++)
        {
            var diagonal = row[0];
            row[0] = from;
            for (var to = 1; to <= right.Length; to++)
            {
                var changed = diagonal + (left[from - 1] == right[to - 1] ? 0 : 1);
                diagonal = row[to];
                row[to] = Math.Min(changed, Math.Min(row[to], row[to - 1]) + 1);
            }
        }

        return row[^1];
    }
}
