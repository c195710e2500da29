namespace NetDsl.Layers;

/// <summary><c>reduce_out</c>: groups of features next to each other, reduced to one each.</summary>
internal sealed class ReduceOutShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (call.Input() is null || call.Input(feature: null) is not { } input || call.IsOpaque)
        {
            return null;
        }

        if (call.Integer("num_pieces") is not { } pieces || pieces == 0)
        {
            return call.IsOpaque
                ? null
                : call.Fail(ShapeFaults.Size("\"num_pieces\" is no number", "one", "num_pieces"));
        }

        if (input.FeatureIndex is not { } index || input.Axes[index] is not { Size: { } size } feature)
        {
            return call.Fail(ShapeFaults.NoAxis("from", "of features of known size", input));
        }

        if (size % pieces != 0)
        {
            return call.Fail(
                ShapeFaults.Size($"The axis {feature} cannot be split into equal parts", "that", "num_pieces")
            );
        }

        var groups = AxisMath.Divide(AxisOperator.FloorDivide, feature, pieces);
        return call.Declare(groups, call.Axis("out_dim"), "out_dim") ? input.Replace(index, groups) : null;
    }
}
