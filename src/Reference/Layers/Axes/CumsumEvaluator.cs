namespace NetDsl.Reference;

/// <summary><c>cumsum</c>: for each entry along an axis the sum of all up to it.</summary>
internal sealed class CumsumEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } =
    [.. SourceOptions.All, "axis", "additional_left_summand_per_element", "reverse"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Call.Has("additional_left_summand_per_element"))
        {
            return step.Refuse("additional_left_summand_per_element");
        }

        if (step.Input() is not { } input || step.AxisOf(input.Type, "axis", "T") is not { } axis)
        {
            return null;
        }

        return Sums(input.Value, axis, step.Call.Flag("reverse"));
    }

    // Times a triangle of ones.
    private static Value Sums(Value value, int axis, bool isReverse)
    {
        var count = value.Shape[axis];
        var triangle = NdArray.Zeros([count, count]);
        for (var place = 0; place < count * count; place++)
        {
            var (from, to) = (place / count, place % count);
            triangle.Data[place] = isReverse ? (from >= to ? 1 : 0) : (from <= to ? 1 : 0);
        }

        var axes = Enumerable.Range(0, value.Rank).ToList();
        var output = axes.ToList();
        output[axis] = value.Rank;
        return Value.Of(new Contract([.. axes], [axis, value.Rank], [.. output]), value, Value.Constant(triangle));
    }
}
