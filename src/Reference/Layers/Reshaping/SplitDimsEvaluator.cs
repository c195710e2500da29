namespace NetDsl.Reference;

/// <summary><c>split_dims</c>: one axis as several, outermost first; one that does not divide is padded.</summary>
internal sealed class SplitDimsEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } =
    [.. SourceOptions.All, "axis", "dims", "pad_to_multiples", "pad_value"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { } input || step.AxisOf(input.Type, "axis") is not { } index)
        {
            return null;
        }

        var count = step.Type.Rank - input.Type.Rank + 1;
        var entries = input.Value.Shape[index];
        var sizes = step.Type.Axes.AsSpan(index, count).ToArray().Select(axis => axis.Size ?? 0).ToArray();
        var open = Array.IndexOf(sizes, 0);
        var value = input.Value;
        if (open >= 0)
        {
            var others = sizes.Where(size => size > 0).Aggregate(1, (product, size) => product * size);
            sizes[open] = (entries + others - 1) / others;
        }

        var padded = sizes.Aggregate(1, (product, size) => product * size);
        if (padded != entries)
        {
            value = value.Slice(index, 0, padded, step.Call.Real("pad_value") ?? 0);
        }

        return value.Reshape([.. value.Shape[..index], .. sizes, .. value.Shape[(index + 1)..]]);
    }
}
