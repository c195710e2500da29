namespace NetDsl.Reference;

/// <summary><c>range_in_axis</c> and <c>range_from_length</c>: the places along an axis, from 0.</summary>
internal sealed class RangeInAxisEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = ["axis", "dtype", "sparse", "out_spatial_dim"];

    public Value? Evaluate(LayerStep step)
    {
        var axis = step.Type.Axes[0];
        var count =
            step.Call.LayerClass == "range_from_length" && step.Sources is [var lengths]
                ? (int)lengths.Value.Array.Data.Append(0).Max()
                : step.Lengths.Extent(axis);
        if (count is not { } entries)
        {
            return step.Fail(InterpreterDiagnostics.NoValue(step.Layer, $"the length of {axis.Name}"));
        }

        if (
            step.Call.LayerClass == "range_from_length"
            && step.Lengths.Of(axis) is null
            && step.Sources[0].Type.BatchIndex is not null
        )
        {
            step.Lengths.Set(axis, [.. step.Sources[0].Value.Array.Data.Select(length => (int)length)]);
        }

        return Value.Constant(new NdArray([entries], [.. Enumerable.Range(0, entries).Select(place => (double)place)]));
    }
}
