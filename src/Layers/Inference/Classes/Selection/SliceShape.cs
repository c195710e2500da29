using System.Globalization;

namespace NetDsl.Layers;

/// <summary><c>slice</c>: a part of an axis, from a place to a place.</summary>
internal sealed class SliceShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input(feature: null);
        if (input is null || call.AxisOf(input, "axis") is not { } index)
        {
            return null;
        }

        var (start, end) = (call.Integer("slice_start") ?? 0, call.Integer("slice_end"));
        var step = call.Integer("slice_step") is { } given && given != 0 ? given : 1;
        var axis = input.Axes[index];
        if (call.IsOpaque || axis.IsBatch)
        {
            return call.Unknown();
        }

        if (start < 0)
        {
            return call.Fail(ShapeFaults.Options("The slice starts before the axis does.", null, "slice_start"));
        }

        var part = Part(call, axis, start, end, step);
        if (
            axis.Size is { } size
            && part.Size is { } expected
            && Entries(size, call, step) is var entries
            && entries != expected
        )
        {
            return call.Fail(
                ShapeFaults.Size(
                    Invariant($"The slice of {axis} has {entries} entries"),
                    Invariant($"{expected}, as its start and end say"),
                    "slice_end"
                )
            );
        }

        return call.Declare(part, call.Axis("out_dim"), "out_dim") ? input.Replace(index, part) : null;
    }

    private static Axis Part(LayerCall call, Axis axis, int start, int? end, int step)
    {
        var part = start == 0 ? axis : AxisMath.SubtractLeft(start, axis);
        part = end switch
        {
            null => part,
            >= 0 and var last => call.Space.Made($"{call.Name}:slice-end", axis.Kind, last - start),
            var last => AxisMath.Subtract(part, -last.Value),
        };
        return AxisMath.Divide(AxisOperator.CeilDivide, part, Math.Abs(step));
    }

    // Python's slices.
    private static int Entries(int size, LayerCall call, int step)
    {
        var (lowest, highest) = step > 0 ? (0, size) : (-1, size - 1);
        var start = Bound(call.Integer("slice_start"), size, lowest, highest) ?? (step > 0 ? lowest : highest);
        var end = Bound(call.Integer("slice_end"), size, lowest, highest) ?? (step > 0 ? highest : lowest);
        var (length, width) = step > 0 ? (end - start, step) : (start - end, -step);
        return Math.Max(AxisMath.CeilDiv(length, width), 0);
    }

    private static int? Bound(int? place, int size, int lowest, int highest) =>
        place is { } given ? Math.Clamp(given < 0 ? given + size : given, lowest, highest) : null;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
