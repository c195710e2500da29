namespace NetDsl.Layers;

/// <summary><c>linear</c>, <c>softmax</c> and the like: the feature vectors of the input, mapped to new ones.</summary>
internal sealed class LinearShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input();
        if (input is null || new DefaultShape().Infer(call) is not { } output)
        {
            return null;
        }

        var (inSize, outSize) = (input.FeatureOrSparse?.Size, output.FeatureOrSparse?.Size);
        if (outSize is null && !call.IsGiven("out_dim"))
        {
            return call.Fail(
                ShapeFaults.Options("The layer does not say how many features it makes.", "Give \"n_out\".", "n_out")
            );
        }

        if (inSize is null or 0 || outSize is null or 0)
        {
            return call.Fail(
                ShapeFaults.Size($"The layer maps {input} to {output}", "features of known size in both", "n_out")
            );
        }

        if (input.Sparse is null && !IsReal(input.DataType))
        {
            return call.Fail(
                ShapeFaults.DataType($"The input holds {input.DataType}", "real numbers or class indices")
            );
        }

        if (input.BatchIndex != output.BatchIndex || input.TimeIndex != output.TimeIndex)
        {
            return call.Fail(ShapeFaults.Declared("out_type", output.ToString(), input.ToString()));
        }

        call.Variable("W", call.Flag("use_transposed_weights") ? [outSize, inSize] : [inSize, outSize]);
        if (call.Flag("with_bias", otherwise: true))
        {
            call.Variable("b", [outSize]);
        }
        else if (call.IsGiven("bias_init") && !call.IsCode("bias_init") && call.Flag("bias_init"))
        {
            return call.Fail(
                ShapeFaults.Options("There is no bias to have an initial value.", "Leave it out.", "bias_init")
            );
        }

        return output;
    }

    // The weights are float32; TensorFlow multiplies equal types only.
    private static bool IsReal(string dataType) =>
        !dataType.StartsWith("int", StringComparison.Ordinal)
        && !dataType.StartsWith("uint", StringComparison.Ordinal)
        && dataType is not ("bool" or "string");
}
