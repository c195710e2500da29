namespace NetDsl.Reference;

/// <summary><c>range</c>: whole numbers from a start to a limit.</summary>
internal sealed class RangeEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } =
    ["limit", "start", "delta", "dtype", "sparse", "out_spatial_dim"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Type.Axes[0].Size is not { } count)
        {
            return step.Refuse("limit");
        }

        var (start, delta) = (step.Call.Integer("start") ?? 0, step.Call.Integer("delta") ?? 1);
        var numbers = Enumerable.Range(0, count).Select(place => start + ((double)place * delta));
        return Value.Constant(new NdArray([count], [.. numbers]));
    }
}
