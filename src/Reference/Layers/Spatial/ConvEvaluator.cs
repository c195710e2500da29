using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary><c>conv</c>: a filter moved over axes; groups of features have filters of their own.</summary>
internal sealed class ConvEvaluator : ILayerEvaluator
{
    private const int HasBiasFrom = 10;

    public IReadOnlyCollection<string> Options =>
        [
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
            "forward_weights_init",
            "bias_init",
            "auto_use_channel_first",
            "use_time_mask",
            "mask_value",
            "dropout",
            "dropout_axis",
            "dropout_noise_shape",
            "dropout_on_forward",
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

    // That of a layer, or the layer's own.
    private static Value? FilterOf(LayerStep step, SpatialValue input)
    {
        if (!step.Call.Has("filter"))
        {
            return step.Parameter("W");
        }

        // RETURNN asks for the same axes in the same order.
        return step.Other("filter")?.Value is { } filter && filter.Rank == input.Axes.Length + 2
            ? filter
            : step.Refuse("filter");
    }
}
