namespace NetDsl.Layers;

/// <summary><c>linear</c>, <c>softmax</c> and the like: the feature vectors of the input, mapped to new ones.</summary>
internal sealed class LinearShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input();
        var output = DefaultShape.Infer(call, call.Sources, call.Option("out_type") as DictValue);
        if (input is null || output is null)
        {
            return output;
        }

        var (inSize, outSize) = (input.FeatureOrSparse?.Size, output.FeatureOrSparse?.Size);
        if (LayerCall.IsTrue(call.Option("use_transposed_weights")))
        {
            call.Variable("W", [outSize, inSize]);
        }
        else
        {
            call.Variable("W", [inSize, outSize]);
        }

        if (call.Flag("with_bias", otherwise: true))
        {
            call.Variable("b", [outSize]);
        }

        return output;
    }
}
