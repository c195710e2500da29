using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary><c>transposed_conv</c>: each entry adds a filter to the places around it, which are further apart.</summary>
internal sealed class TransposedConvEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } =
    [
        .. SourceOptions.All,
        "filter_size",
        "padding",
        "strides",
        "remove_padding",
        "in_spatial_dims",
        "out_spatial_dims",
        "with_bias",
        "filter",
        "bias",
        "activation",
    ];

    public Value? Evaluate(LayerStep step)
    {
        if (SpatialValue.Of(step, step.Call.Axis("in_dim")) is not { } input || FilterOf(step) is not { } weights)
        {
            return null;
        }

        var count = input.Axes.Length;
        var sizes = SpatialWindows.OneEach(step.Call.Integers("filter_size"), count);
        var strides = step.Call.Has("strides") ? SpatialWindows.OneEach(step.Call.Integers("strides"), count) : sizes;
        var removed = SpatialWindows.OneEach(
            step.Call.Has("remove_padding") ? step.Call.Integers("remove_padding") : [0],
            count
        );
        var isSame = (step.Call.Text("padding") ?? "same") == "same";

        // For one axis TensorFlow's filter has a second one of size one.
        weights = weights.Reshape([.. sizes, .. weights.Shape[^2..]]);
        var value = Multiplied(input.Value, weights, count);
        for (var index = count - 1; index >= 0; index--)
        {
            // Axes of entries before this one are still there, those behind it are spread.
            value = Spread(value, 1 + index, 1 + count + index, strides[index], isSame, removed[index]);
        }

        if (step.Call.Flag("with_bias", otherwise: true))
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

    // Batch, places, entries of the filter, features.
    private static Value Multiplied(Value value, Value weights, int count)
    {
        ImmutableArray<int> places = [.. Enumerable.Range(0, count + 1)];
        ImmutableArray<int> entries = [.. Enumerable.Range(count + 1, count)];
        var (input, output) = ((2 * count) + 1, (2 * count) + 2);
        return Value.Of(
            new Contract([.. places, input], [.. entries, output, input], [.. places, .. entries, output]),
            value,
            weights
        );
    }

    // One axis of places and one of entries become one.
    private static Value Spread(Value value, int places, int entries, int stride, bool isSame, int removed)
    {
        value = value.Move(entries, places + 1);
        var (count, size) = (value.Shape[places], value.Shape[places + 1]);
        var length = isSame ? count * stride : (count * stride) + Math.Max(size - stride, 0);
        var left = isSame ? Math.Max(((count - 1) * stride) + size - length, 0) / 2 : 0;
        var indices = new int[count * size];
        for (var place = 0; place < indices.Length; place++)
        {
            var index = (place / size * stride) + (place % size) - left - removed;
            indices[place] = index >= 0 && index < length - (2 * removed) ? index : -1;
        }

        var merged = value.Reshape([.. value.Shape[..places], count * size, .. value.Shape[(places + 2)..]]);
        return merged.AddTo(places, indices, length - (2 * removed));
    }

    // That of a layer, or the layer's own.
    private static Value? FilterOf(LayerStep step)
    {
        if (!step.Call.Has("filter"))
        {
            return step.Parameter("W_native_transposed_conv");
        }

        return step.Other("filter")?.Value;
    }
}
