namespace NetDsl.Layers;

/// <summary><c>loss</c>: a loss as numbers, without the features it is over.</summary>
internal sealed class LossShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (call.IsOpaque)
        {
            return null;
        }

        if (call.Sources is not [var source])
        {
            return call.Fail(ShapeFaults.Sources(call.Sources.Length, "one"));
        }

        var rest = source.FeatureIndex is { } index ? source.Without(index) : source;
        var output = rest.OfType("float32", rest.Sparse);
        call.Output("loss", output);
        call.Output("error", output);
        return output;
    }
}
