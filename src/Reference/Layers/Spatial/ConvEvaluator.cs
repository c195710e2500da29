using System.Collections.Immutable;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary><c>conv</c>: a filter moved over axes; groups of features have filters of their own.</summary>
internal sealed class ConvEvaluator : ILayerEvaluator
{
    private const int HasBiasFrom = 10;

    public IReadOnlyCollection<string> Options { get; } =
    [
        .. SourceOptions.All,
        "filter_size",
        "padding",
        "strides",
        "dilation_rate",
        "groups",
        "in_spatial_dims",
        "out_spatial_dims",
        "with_bias",
        "filter",
        "bias",
        "activation",
        "use_time_mask",
    ];

    public Value? Evaluate(LayerStep step)
    {
        if (
            SpatialValue.Of(step, step.Call.Axis("in_dim")) is not { } input
            || SpatialWindows.Of(step, input, "filter_size", null, step.Call.Option("padding"), 0) is not { } windows
            || FilterOf(step, input) is not { } weights
        )
        {
            return null;
        }

        var value = Multiplied(windows, weights, input.Axes.Length, step.Call.Integer("groups") ?? 1);
        if (step.Call.Flag("with_bias", otherwise: step.Call.BehaviorVersion >= HasBiasFrom))
        {
            var bias = step.Call.Has("bias") ? step.Other("bias")?.Value : step.Parameter("bias");
            if (bias is null)
            {
                return null;
            }

            value += Alignment.At(bias, [value.Rank - 1], value.Rank);
        }

        value = input.Restored(value);
        step.State.BeforeActivation[step.Layer] = value;
        return Activation.Apply(step, value, value.Rank - 1);
    }

    // Each group of outputs sees its own group of inputs.
    private static Value Multiplied(Value windows, Value weights, int axes, int groups)
    {
        var (before, after) = (windows.Shape[^1] / groups, weights.Shape[^1] / groups);
        windows = windows.Reshape([.. windows.Shape[..^1], groups, before]);
        weights = weights.Reshape([.. weights.Shape[..^1], groups, after]);
        ImmutableArray<int> places = [.. Enumerable.Range(0, axes + 1)];
        ImmutableArray<int> entries = [.. Enumerable.Range(axes + 1, axes)];
        var (group, input, output) = ((2 * axes) + 1, (2 * axes) + 2, (2 * axes) + 3);
        var product = new Contract(
            [.. places, .. entries, group, input],
            [.. entries, input, group, output],
            [.. places, group, output]
        );
        var value = Value.Of(product, windows, weights);
        return value.Reshape([.. value.Shape[..^2], groups * after]);
    }

    // That of a layer, whatever the order of its axes, or the layer's own.
    private static Value? FilterOf(LayerStep step, SpatialValue input)
    {
        if (!step.Call.Has("filter"))
        {
            return step.Parameter("W");
        }

        var count = input.Axes.Length;
        if (step.Other("filter") is not { } filter || filter.Type.Rank != count + 2)
        {
            return step.Refuse("filter");
        }

        var features = input.Value.Shape[^1] / (step.Call.Integer("groups") ?? 1);
        var open = Enumerable.Range(0, filter.Type.Rank).ToList();
        if (
            Take(open, filter.Type, step.Call.Axis("out_dim") ?? step.Type.FeatureAxis, step.Type.FeatureAxis?.Size)
                is not { } output
            || Take(open, filter.Type, step.Call.Axis("in_dim"), features) is not { } source
        )
        {
            return step.Refuse("filter");
        }

        // Windows are named by their dims, or stand in the order of the filter.
        var windows = step
            .Call.List("filter_size")
            .Select(size =>
                size is DimValue dim ? Take(open, filter.Type, step.State.Net.Space.Of(dim.Value), null) : null
            )
            .OfType<int>()
            .ToList();
        return filter.Value.Permute([.. windows.Count == count ? windows : open, source, output]);
    }

    // The last of the axes left over that is the one, or has its size.
    private static int? Take(List<int> open, TensorType type, Axis? like, int? size)
    {
        var found = open.Cast<int?>().LastOrDefault(place => like is not null && type.Axes[place!.Value].IsSame(like));
        found ??= open.Cast<int?>().LastOrDefault(place => size is not null && type.Axes[place!.Value].Size == size);
        if (found is { } index)
        {
            open.Remove(index);
        }

        return found;
    }
}
