namespace NetDsl.Layers;

/// <summary><c>gating</c>: one half of the features, times a function of the other half.</summary>
internal sealed class GatingShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (call.Input() is null || call.Input(feature: null) is not { } input || call.IsOpaque)
        {
            return null;
        }

        if (input.Sparse is not null)
        {
            return call.Fail(ShapeFaults.Indices(input, "vectors to halve"));
        }

        if (input.FeatureIndex is not { } index || input.Axes[index] is not { Size: { } size } feature || size % 2 != 0)
        {
            return call.Fail(
                ShapeFaults.Size($"The features of {input} cannot be halved", "an even number of features", "from")
            );
        }

        if (call.Integer("n_out") is { } declared && declared != size / 2)
        {
            return call.Fail(ShapeFaults.Size($"\"n_out\" is not half of {feature}", "that", "n_out"));
        }

        var half = AxisMath.Divide(AxisOperator.FloorDivide, feature, 2);
        return call.Declare(half, call.Axis("out_dim"), "out_dim")
            ? new TensorType(input.Axes.SetItem(index, half), input.DataType)
            {
                Time = SpecialAxis.AtOrNone(input.TimeIndex),
                Feature = input.Version >= 2 ? SpecialAxis.AtOrNone(input.FeatureIndex) : input.Feature,
            }
            : null;
    }
}
