using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary><c>pool</c>: the largest or the mean of each window; of the mean, what pads does not count.</summary>
internal sealed class PoolEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } =
    [
        .. SourceOptions.All,
        "mode",
        "pool_size",
        "padding",
        "strides",
        "dilation_rate",
        "in_spatial_dims",
        "out_spatial_dims",
        "use_time_mask",
    ];

    public Value? Evaluate(LayerStep step)
    {
        var mode = step.Call.Text("mode")?.ToUpperInvariant() ?? "MAX";
        var padding = step.Call.Option("padding") ?? "valid";
        var isMean = mode == "AVG";
        if (isMean && padding is not StringValue { Value: "same" or "SAME" or "valid" or "VALID" })
        {
            return step.Refuse("padding");
        }

        var feature = step.Call.Axis("in_dim") ?? step.Call.Axis("out_dim");
        if (
            SpatialValue.Of(step, feature) is not { } input
            || SpatialWindows.Of(step, input, "pool_size", "pool_size", padding, isMean ? 0 : double.NegativeInfinity)
                is not { } windows
        )
        {
            return null;
        }

        var count = input.Axes.Length;
        ImmutableArray<int> entries = [.. Enumerable.Range(1 + count, count)];
        if (!isMean)
        {
            return input.Restored(windows.Reduce(ReduceKind.Maximum, entries).Remove(entries));
        }

        var ones = input with { Value = Value.Constant(NdArray.Filled(input.Value.Shape, 1)) };
        var counted = SpatialWindows.Of(step, ones, "pool_size", "pool_size", padding, 0)!;
        return input.Restored((windows.Sum(entries) / counted.Sum(entries)).Remove(entries));
    }
}
