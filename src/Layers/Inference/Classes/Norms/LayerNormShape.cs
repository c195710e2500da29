namespace NetDsl.Layers;

/// <summary><c>layer_norm</c>: the input, normalised over its features.</summary>
internal sealed class LayerNormShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        // The class keeps in_dim to itself: it is only where to normalise.
        var input = call.Input(feature: null);
        if (input is null || call.IsOpaque)
        {
            return null;
        }

        if (input.Sparse is not null)
        {
            return call.Fail(ShapeFaults.Indices(input, "vectors to normalise"));
        }

        if (call.Axis("in_dim") is { } inDim && call.Axis("out_dim") is { } outDim && !inDim.IsSame(outDim))
        {
            return call.Fail(
                ShapeFaults.Options($"\"in_dim\" is {inDim}, but \"out_dim\" is {outDim}.", "Give one.", "out_dim")
            );
        }

        var named =
            call.Has("in_dim") ? "in_dim"
            : call.Has("out_dim") ? "out_dim"
            : null;
        var place = named is null ? input.FeatureIndex : call.AxisOf(input, named);
        if (place is not { } index || input.Axes[index].Size is not { } size)
        {
            return call.Fault is null
                ? call.Fail(ShapeFaults.NoAxis(named ?? "from", "of features of known size", input))
                : null;
        }

        call.Variable("scale", [size]);
        call.Variable("bias", [size]);
        return input.Copy();
    }
}
