using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>The windows of a convolution or pooling over all its axes.</summary>
internal static class SpatialWindows
{
    /// <summary>From batch, axes, features to batch, places, entries of the windows, features; null if an option is not known, and the step then says so.</summary>
    internal static Value? Of(
        LayerStep step,
        SpatialValue input,
        string sizes,
        string? strides,
        OptionValue? padding,
        double otherwise
    )
    {
        var counts = input.Axes.Length;
        var window = OneEach(step.Call.Integers(sizes), counts);
        var stride =
            step.Call.Has("strides") ? OneEach(step.Call.Integers("strides"), counts)
            : strides is null ? OneEach([1], counts)
            : window;
        var dilation = step.Call.Has("dilation_rate")
            ? OneEach(step.Call.Integers("dilation_rate"), counts)
            : OneEach([1], counts);
        ImmutableArray<OptionValue> paddings = padding is SequenceValue list
            ? list.Items
            : [padding ?? OptionValue.None];
        paddings = OneEach(paddings, counts);
        var value = input.Value;
        for (var index = counts - 1; index >= 0; index--)
        {
            var axis = index + 1;
            var isDynamic = input.Axes[index].Size is null;
            var windows = Windows.Of(
                value.Shape[axis],
                window[index],
                stride[index],
                dilation[index],
                paddings[index],
                isDynamic
            );
            if (windows is null)
            {
                return step.Refuse("padding");
            }

            value = windows.Apply(value, axis, otherwise);
        }

        // Places first, then what is in the windows.
        ImmutableArray<int> order =
        [
            0,
            .. Enumerable.Range(0, counts).Select(index => 1 + (2 * index)),
            .. Enumerable.Range(0, counts).Select(index => 2 + (2 * index)),
            .. Enumerable.Range(1 + (2 * counts), value.Rank - 1 - (2 * counts)),
        ];
        return value.Permute(order);
    }

    internal static ImmutableArray<T> OneEach<T>(ImmutableArray<T> values, int count) =>
        values is [var one] && count > 1 ? [.. Enumerable.Repeat(one, count)] : values;
}
