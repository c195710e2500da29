using System.Collections.Immutable;

namespace NetDsl.Layers;

/// <summary><c>transposed_conv</c>: the reverse of a convolution, which makes axes longer.</summary>
internal sealed class TransposedConvShape : ILayerShape
{
    private const int MostAxes = 2;

    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input(feature: null);
        var sizes = call.Integers("filter_size");
        if (input is null || call.IsOpaque)
        {
            return null;
        }

        var spatial = SpatialInput.Of(call, input, call.Axis("in_dim"));
        var features =
            call.Axis("out_dim") ?? (call.Integer("n_out") is { } size ? call.NewFeature("channel", size) : null);
        if (spatial is null || features is null)
        {
            return spatial is null ? null : call.Fail(ConvShape.NoSize());
        }

        if (call.Option("padding") is not (null or StringValue))
        {
            return call.Fail(NoPadding());
        }

        if (spatial.SpatialAxes.Length is < 1 or > MostAxes)
        {
            return call.Fail(ShapeFaults.Size($"The input {input} has other axes", "one or two to work over"));
        }

        if (OutputOf(call, spatial, sizes, features) is not { } output)
        {
            return null;
        }

        AddVariables(call, sizes, spatial.Type.FeatureAxis!.Size, features.Size);
        return output;
    }

    /// <summary>The output; null if RETURNN refuses it, and the call then says so.</summary>
    internal static TensorType? OutputOf(LayerCall call, SpatialInput input, ImmutableArray<int> sizes, Axis features)
    {
        ImmutableArray<int> strides = call.Has("strides") ? call.Integers("strides") : sizes;
        var padding = call.Option("padding") ?? "same";
        return OutputOf(call, input, sizes, strides, padding, features);
    }

    /// <summary>The same with options of another class.</summary>
    internal static TensorType? OutputOf(
        LayerCall call,
        SpatialInput input,
        ImmutableArray<int> sizes,
        ImmutableArray<int> strides,
        OptionValue padding,
        Axis features
    )
    {
        var before = input.SpatialAxes;
        var removed = OneEach(call.Has("remove_padding") ? call.List("remove_padding") : [0], before.Length);
        var added = OneEach(
            call.Has("output_padding") ? call.List("output_padding") : [OptionValue.None],
            before.Length
        );
        if (call.Dims("out_spatial_dims") is not { } declared || call.IsOpaque)
        {
            return null;
        }

        int[] counts = [sizes.Length, strides.Length, removed.Length, added.Length];
        if (counts.Any(count => count != before.Length) || (!declared.IsEmpty && declared.Length != sizes.Length))
        {
            return call.Fail(
                ShapeFaults.Options(
                    $"The sizes, strides and paddings of the layer are not as many as the axes of {input.Type} to work over.",
                    null,
                    "filter_size"
                )
            );
        }

        var axes = ImmutableArray.CreateBuilder<Axis>(before.Length);
        for (var index = 0; index < before.Length; index++)
        {
            if (!declared.IsEmpty && declared[index].HasLength)
            {
                axes.Add(declared[index]);
                continue;
            }

            var longer = Longer(
                before[index],
                sizes[index],
                strides[index],
                padding,
                LayerCall.IntegerOf(added[index])
            );
            if (longer is null)
            {
                return call.Fail(NoPadding());
            }

            var cut = LayerCall.IntegerOf(removed[index]) ?? 0;
            longer = AxisMath.Subtract(AxisMath.SubtractLeft(cut, longer), cut);
            if (!call.Declare(longer, declared.IsEmpty ? null : declared[index], "out_spatial_dims"))
            {
                return null;
            }

            axes.Add(longer);
        }

        return new TensorType([.. input.Type.FeatureLast().Axes[..input.BatchCount], .. axes, features]);
    }

    // Only these two, and only in small letters.
    private static Axis? Longer(Axis input, int size, int stride, OptionValue padding, int? added)
    {
        var length = AxisMath.Multiply(input, stride);
        return padding switch
        {
            StringValue { Value: "same" } => added is { } more
                ? AxisMath.Add(length, size - stride - (2 * (size / 2)) + more)
                : length,
            StringValue { Value: "valid" } => AxisMath.Add(
                length,
                added is { } more ? size - stride + more : Math.Max(size - stride, 0)
            ),
            _ => null,
        };
    }

    private static ShapeFault NoPadding() =>
        ShapeFaults.Options("The padding is neither \"same\" nor \"valid\".", null, "padding");

    private static void AddVariables(LayerCall call, ImmutableArray<int> sizes, int? before, int? after)
    {
        if (!call.Has("filter"))
        {
            // TensorFlow has it for two axes only.
            ImmutableArray<int?> shape = [.. sizes.Select(size => (int?)size)];
            call.Variable("W_native_transposed_conv", [.. shape.Length == 1 ? shape.Add(1) : shape, after, before]);
        }

        if (call.Flag("with_bias", otherwise: true) && !call.Has("bias"))
        {
            call.Variable("bias", [after]);
        }
    }

    private static ImmutableArray<OptionValue> OneEach(ImmutableArray<OptionValue> values, int count) =>
        values is [var one] && count > 1 ? [.. Enumerable.Repeat(one, count)] : values;
}
