using System.Collections.Immutable;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary>The input of a convolution: one batch axis, the axes to work over, features.</summary>
/// <param name="Value">The numbers in this form.</param>
/// <param name="BatchShape">What the batch axis was merged from.</param>
/// <param name="Axes">The axes to work over.</param>
internal sealed record SpatialValue(Value Value, ImmutableArray<int> BatchShape, ImmutableArray<Axis> Axes)
{
    /// <summary>The layer's input; null if it cannot be had, and the step then says so.</summary>
    internal static SpatialValue? Of(LayerStep step, Axis? feature)
    {
        foreach (
            var option in (ReadOnlySpan<string>)
                ["input_expand_dims", "input_split_feature_dim", "input_add_feature_dim"]
        )
        {
            if (step.Call.Flag(option))
            {
                step.Refuse(option);
                return null;
            }
        }

        if (step.Input() is not { } input || SpatialInput.Of(step.Call, input.Type, feature) is not { } spatial)
        {
            return null;
        }

        var axes = spatial.Type.FeatureLast().Axes;
        var order = axes.Select(axis => input.Type.Axes.IndexOf(axis)).ToImmutableArray();
        if (order.Contains(-1))
        {
            step.Refuse("in_spatial_dims");
            return null;
        }

        var value = Masked(step, input, spatial.SpatialAxes).Permute(order);
        var batch = value.Shape[..spatial.BatchCount];
        return new(
            value.Reshape([NdArray.CountOf(batch), .. value.Shape[spatial.BatchCount..]]),
            batch,
            spatial.SpatialAxes
        );
    }

    /// <summary>A result with a batch axis, in the form of the output.</summary>
    internal Value Restored(Value value) => value.Reshape([.. BatchShape, .. value.Shape[1..]]);

    // Only if asked for: padding is as good as any frame (transform_input).
    private static Value Masked(LayerStep step, Datum input, ImmutableArray<Axis> axes)
    {
        var value = input.Value;
        foreach (var axis in step.Call.Flag("use_time_mask") ? axes : [])
        {
            var index = input.Type.Axes.IndexOf(axis);
            if (step.Mask(input.Type, index, value.Shape[index]) is { } mask)
            {
                value = Value.Constant(mask).Choose(value, Value.Constant(step.Call.Real("mask_value") ?? 0));
            }
        }

        return value;
    }
}
