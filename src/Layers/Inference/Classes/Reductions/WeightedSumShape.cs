using System.Collections.Immutable;
using System.Globalization;

namespace NetDsl.Layers;

/// <summary><c>weighted_sum</c>: a sum with weights over whole axes, or over a window that moves along them.</summary>
internal sealed class WeightedSumShape : ILayerShape
{
    private const int MostAxes = 3;

    public TensorType? Infer(LayerCall call)
    {
        if (call.Input() is null || call.Input(feature: null) is not { } input || call.IsOpaque)
        {
            return null;
        }

        if (input.Sparse is not null)
        {
            return call.Fail(ShapeFaults.Indices(input, "numbers to sum"));
        }

        if (call.AxesOf(input, "axes") is not { } axes || Sizes(call, input, axes) is not { } sizes)
        {
            return null;
        }

        if (axes.Length is 0 or > MostAxes)
        {
            return call.Fail(
                ShapeFaults.Size(
                    string.Create(CultureInfo.InvariantCulture, $"The sum is over {axes.Length} axes"),
                    "one to three",
                    "axes"
                )
            );
        }

        var output = Output(call, input, axes, sizes);
        if (output is not null)
        {
            call.Variable("W", [.. sizes]);
        }

        return output;
    }

    // The size of the window: by default the whole axes.
    private static ImmutableArray<int?>? Sizes(LayerCall call, TensorType input, ImmutableArray<int> axes)
    {
        if (call.Has("size"))
        {
            var given = call.Integers("size");
            if (given.Length == axes.Length && call.Has("padding"))
            {
                return [.. given.Select(size => (int?)size)];
            }

            call.Fail(
                ShapeFaults.Options("A window needs a size for each axis, and a padding.", "Give \"padding\".", "size")
            );
            return null;
        }

        if (axes.Any(axis => input.Axes[axis].Size is null))
        {
            call.Fail(ShapeFaults.Size($"The weights are for axes of {input}", "axes of known size", "axes"));
            return null;
        }

        return [.. axes.Select(axis => input.Axes[axis].Size)];
    }

    private static TensorType? Output(
        LayerCall call,
        TensorType input,
        ImmutableArray<int> axes,
        ImmutableArray<int?> sizes
    )
    {
        var isValid = string.Equals(call.Text("padding") ?? "valid", "valid", StringComparison.OrdinalIgnoreCase);
        var left = new int?[axes.Length];
        for (var index = 0; index < axes.Length; index++)
        {
            left[index] = input.Axes[axes[index]].Size - (isValid ? sizes[index] - 1 : 0);
            if (left[index] <= 0)
            {
                return call.Fail(
                    ShapeFaults.Size(
                        $"The window is longer than the axis {input.Axes[axes[index]]}",
                        "a shorter one",
                        "size"
                    )
                );
            }
        }

        if (call.Flag("keep_dims", otherwise: call.Has("size")))
        {
            return Windowed(call, input, axes, left, isValid);
        }

        return Array.Exists(left, size => size != 1)
            ? call.Fail(ShapeFaults.Size("The sum leaves more than one entry", "one", "size"))
            : input.WithNewAxes([.. input.Axes.Where((_, index) => !axes.Contains(index))]);
    }

    private static TensorType? Windowed(
        LayerCall call,
        TensorType input,
        ImmutableArray<int> axes,
        int?[] left,
        bool isValid
    )
    {
        if (isValid && input.TimeIndex is { } time && axes.Contains(time))
        {
            return call.Fail(ShapeFaults.Size("The window shortens the time axis", "the padding \"same\"", "padding"));
        }

        var result = input.Axes.ToBuilder();
        for (var index = 0; index < axes.Length; index++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{call.Name}:weighted-sum:{index}");
            result[axes[index]] = call.Space.Made(name, input.Axes[axes[index]].Kind, left[index]);
        }

        return input.WithAxes(result.ToImmutable());
    }
}
