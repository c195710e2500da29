namespace NetDsl.Reference;

/// <summary><c>slice</c>: a part of an axis, from a place to a place, as Python counts.</summary>
internal sealed class SliceEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } =
    [.. SourceOptions.All, "axis", "slice_start", "slice_end", "slice_step", "out_dim"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { } input || step.AxisOf(input.Type, "axis") is not { } axis)
        {
            return null;
        }

        var size = input.Value.Shape[axis];
        var stride = step.Call.Integer("slice_step") is { } given and not 0 ? given : 1;
        var (lowest, highest) = stride > 0 ? (0, size) : (-1, size - 1);
        int Bound(string option, int otherwise) =>
            step.Call.Integer(option) is { } place
                ? Math.Clamp(place < 0 ? place + size : place, lowest, highest)
                : otherwise;
        var start = Bound("slice_start", stride > 0 ? lowest : highest);
        var end = Bound("slice_end", stride > 0 ? highest : lowest);
        var indices = new List<int>();
        for (var index = start; stride > 0 ? index < end : index > end; index += stride)
        {
            indices.Add(index);
        }

        return input.Value.Take(axis, indices);
    }
}
