using System.Globalization;

namespace NetDsl.Layers;

/// <summary>The sources of a layer as one: several are concatenated along their feature axes (contract 3.2).</summary>
internal static class ConcatSources
{
    /// <summary>The one input; null if there is none or RETURNN refuses it.</summary>
    /// <param name="call">The layer.</param>
    /// <param name="feature">The feature axis to use, where the layer names one with <c>in_dim</c>.</param>
    internal static TensorType? Input(this LayerCall call, Axis? feature)
    {
        switch (call.Sources)
        {
            case []:
                return call.IsOpaque ? null : call.Fail(ShapeFaults.Sources(0, "at least one"));
            case [var single]:
                return feature is null ? single : Named(call, single, feature);
            default:
                return Several(call, feature);
        }
    }

    /// <summary>The one input as the layer computes on it: with the feature axis of <c>in_dim</c>, and dropout.</summary>
    internal static TensorType? Input(this LayerCall call)
    {
        var input = Input(call, call.Axis("in_dim"));
        return input is not null && HasDropout(call, input) is null ? null : input;
    }

    // Null if the dropout cannot be.
    private static bool? HasDropout(LayerCall call, TensorType input)
    {
        if (call.Constant("dropout") is not { } rate || rate == 0)
        {
            return false;
        }

        if (input.Sparse is not null)
        {
            call.Fail(ShapeFaults.DataType($"The input {input} holds class indices", "vectors for dropout"));
            return null;
        }

        // What is not finite cannot be written anyway.
        if (rate is <= 0 or >= 1 && double.IsFinite(rate))
        {
            call.Fail(
                ShapeFaults.Options(
                    string.Create(CultureInfo.InvariantCulture, $"A dropout of {rate} is not between 0 and 1."),
                    null,
                    "dropout"
                )
            );
            return null;
        }

        return call.AxesOf(input, "dropout_axis") is null ? null : true;
    }

    private static TensorType? Named(LayerCall call, TensorType source, Axis feature)
    {
        if (source.FeatureOrSparse?.IsSame(feature) == true)
        {
            return source;
        }

        return source.IndexOf(feature) is { } index && source.Sparse is null
            ? source.WithFeature(SpecialAxis.At(index))
            : call.Fail(ShapeFaults.NoAxis(OptionOf(call), feature.ToString(), source));
    }

    private static TensorType? Several(LayerCall call, Axis? feature)
    {
        var common = CommonType.Of(call, call.Sources, ignoreFeature: true, call.Has("out_shape"));
        if (common is null || !AreAlike(call, common))
        {
            return null;
        }

        if (common.FeatureIndex is not { } index)
        {
            return call.Fail(ShapeFaults.NoAxis("from", "\"F\" to concatenate along", common));
        }

        Axis? sum = null;
        foreach (var source in call.Sources)
        {
            if (source.FeatureAxis is { Size: not null } axis)
            {
                sum = sum is null ? axis : AxisMath.Add(sum, axis);
            }
        }

        if (sum is null)
        {
            return call.Unknown();
        }

        if (feature is not null && feature.Size != sum.Size)
        {
            return call.Fail(ShapeFaults.Declared(OptionOf(call), feature.ToString(), sum.ToString()));
        }

        var result = common.Replace(index, feature ?? sum);
        foreach (var source in call.Sources)
        {
            if (!CommonType.IsCompatible(call, source, result))
            {
                return null;
            }
        }

        return result;
    }

    private static bool AreAlike(LayerCall call, TensorType common)
    {
        foreach (var source in call.Sources)
        {
            if (source.Sparse is not null)
            {
                call.Fail(ShapeFaults.DataType($"The source {source} holds class indices", "vectors to concatenate"));
                return false;
            }

            if (!string.Equals(source.DataType, common.DataType, StringComparison.Ordinal))
            {
                call.Fail(
                    ShapeFaults.DataType($"The sources hold {source.DataType} and {common.DataType}", "one type")
                );
                return false;
            }
        }

        return true;
    }

    // Classes that keep the features take the one for the other.
    private static string OptionOf(LayerCall call) => call.Axis("in_dim") is null ? "out_dim" : "in_dim";
}
