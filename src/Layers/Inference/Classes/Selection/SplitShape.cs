using System.Collections.Immutable;
using System.Globalization;

namespace NetDsl.Layers;

/// <summary><c>split</c>: one axis in parts, each an output of its own; the main output is the input.</summary>
internal sealed class SplitShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input(feature: null);
        if (input is null || call.AxisOr(input, "axis", "feature") is not { } index)
        {
            return null;
        }

        var axis = input.Axes[index];
        if (axis.Size is not { } size || axis.IsBatch)
        {
            return call.Fail(ShapeFaults.Size($"The axis {axis} has no fixed size", "one to split", "axis"));
        }

        if (PartsOf(call, axis, size) is not { } parts)
        {
            return null;
        }

        for (var number = 0; number < parts.Length; number++)
        {
            call.Output(Invariant($"{number}"), input.Replace(index, parts[number]));
        }

        return input;
    }

    private static ImmutableArray<Axis>? PartsOf(LayerCall call, Axis axis, int size)
    {
        if (call.Dims("out_dims") is not { } given || Sizes(call, axis, size, given) is not { } sizes)
        {
            return null;
        }

        return given.IsEmpty
            ?
            [
                .. sizes.Select(
                    (part, number) => call.Space.Made(Invariant($"{call.Name}_split{number}"), axis.Kind, part)
                ),
            ]
            : given;
    }

    private static ImmutableArray<int>? Sizes(LayerCall call, Axis axis, int size, ImmutableArray<Axis> given)
    {
        if (call.Integer("num_splits") is { } count && count != 0)
        {
            if (count > 0 && size % count == 0)
            {
                return [.. Enumerable.Repeat(size / count, count)];
            }

            call.Fail(
                ShapeFaults.Size(Invariant($"The axis {axis} is split into {count} parts"), "equal parts", "num_splits")
            );
            return null;
        }

        var option = call.Flag("size_splits") ? "size_splits" : "out_dims";
        var sizes = option == "size_splits" ? call.Integers(option) : [.. given.Select(part => part.Size ?? 0)];
        if (call.IsOpaque)
        {
            return null;
        }

        if (sizes.IsEmpty || sizes.Sum(part => (long)part) != size)
        {
            call.Fail(
                sizes.IsEmpty
                    ? ShapeFaults.Options(
                        "The layer does not say into what to split.",
                        "Give \"num_splits\", \"size_splits\" or \"out_dims\".",
                        "num_splits"
                    )
                    : ShapeFaults.Size(
                        Invariant($"The axis {axis} is split into parts of {string.Join(" + ", sizes)}"),
                        "parts that add up to it",
                        option
                    )
            );
            return null;
        }

        return sizes;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
