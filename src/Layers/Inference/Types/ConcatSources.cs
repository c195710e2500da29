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

    /// <summary>The one input, with the feature axis of <c>in_dim</c> if it is given.</summary>
    internal static TensorType? Input(this LayerCall call) => Input(call, call.Axis("in_dim"));

    private static TensorType? Named(LayerCall call, TensorType source, Axis feature)
    {
        if (source.FeatureOrSparse?.IsSame(feature) == true)
        {
            return source;
        }

        return source.IndexOf(feature) is { } index && source.Sparse is null
            ? source.WithFeature(SpecialAxis.At(index))
            : call.Fail(ShapeFaults.NoAxis("in_dim", feature.ToString(), source));
    }

    private static TensorType? Several(LayerCall call, Axis? feature)
    {
        var common = CommonType.Of(call, call.Sources, ignoreFeature: true, call.Has("out_shape"));
        if (common is null || common.FeatureIndex is not { } index)
        {
            return common;
        }

        Axis? sum = null;
        foreach (var source in call.Sources)
        {
            if (source.Sparse is not null)
            {
                return call.Fail(
                    ShapeFaults.DataType($"The source {source} holds class indices", "vectors to concatenate")
                );
            }

            if (!string.Equals(source.DataType, common.DataType, StringComparison.Ordinal))
            {
                return call.Fail(
                    ShapeFaults.DataType($"The sources hold {source.DataType} and {common.DataType}", "one type")
                );
            }

            if (source.FeatureAxis is { } axis)
            {
                sum = sum is null ? axis : AxisMath.Add(sum, axis);
            }
        }

        if (feature is not null && feature.Size != sum?.Size)
        {
            return call.Fail(ShapeFaults.Declared("in_dim", feature.ToString(), $"{sum}"));
        }

        var result = common.Replace(index, feature ?? sum ?? common.Axes[index]);
        foreach (var source in call.Sources)
        {
            if (!CommonType.IsCompatible(call, source, result))
            {
                return null;
            }
        }

        return result;
    }
}
