using System.Collections.Immutable;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary><c>search_sorted</c>: where values belong in sorted sequences.</summary>
internal sealed class SearchSortedEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = ["sorted_sequence", "values", "axis", "side"];

    public Value? Evaluate(LayerStep step)
    {
        if (
            step.Other("sorted_sequence") is not { } sorted
            || step.Other("values") is not { } values
            || step.AxisOf(sorted.Type, "axis", "T") is not { } axis
        )
        {
            return null;
        }

        ImmutableArray<int> batch = [.. Enumerable.Range(0, sorted.Type.Rank).Where(place => place != axis)];
        if (SharedAxes.Places(step.Call, values.Type, sorted.Type, batch) is not { } shared)
        {
            return step.Refuse("values");
        }

        var rest = Enumerable.Range(0, values.Type.Rank).First(place => !shared.Contains(place));
        var masked = step.Mask(sorted.Type, axis, sorted.Value.Shape[axis]) is { } mask
            ? Value.Constant(mask).Choose(sorted.Value, Value.Constant(double.MaxValue))
            : sorted.Value;
        var rows = masked.Array.Permute([.. batch, axis]);
        var wanted = values.Value.Array.Permute([.. shared, rest]);
        var (entries, count) = (rows.Shape[^1], wanted.Shape[^1]);
        var isRight = step.Call.Text("side")?.ToUpperInvariant() == "RIGHT";
        var result = new double[wanted.Count];
        for (var place = 0; place < result.Length; place++)
        {
            var row = rows.Data.AsSpan(place / count * entries, entries);
            foreach (var number in row)
            {
                result[place] += number < wanted.Data[place] || (isRight && number == wanted.Data[place]) ? 1 : 0;
            }
        }

        return Value.Constant(new NdArray(wanted.Shape, result));
    }
}
