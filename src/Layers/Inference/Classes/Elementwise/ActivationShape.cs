namespace NetDsl.Layers;

/// <summary><c>activation</c>: a function of each entry; softmax brings the features to the end.</summary>
internal sealed class ActivationShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input();
        if (input is null || CopyShape.Template(call) is not { } output)
        {
            return null;
        }

        if (call.IsCode("activation"))
        {
            return call.Unknown();
        }

        if (call.Text("activation") is not { } activation)
        {
            return call.Fail(
                ShapeFaults.Options("The layer has no activation.", "Give \"activation\" a function.", "activation")
            );
        }

        if (activation is "abs" or "angle" && output.DataType == "complex64")
        {
            output = output.OfType("float32", output.Sparse);
        }

        if (!activation.Contains("softmax", StringComparison.Ordinal))
        {
            return Checked(call, input, output);
        }

        return output.FeatureIndex is null
            ? call.Fail(ShapeFaults.NoAxis("activation", "\"F\"", output))
            : Checked(call, input, output.FeatureLast());
    }

    private static TensorType? Checked(LayerCall call, TensorType input, TensorType output)
    {
        if (input.FeatureAxis?.Size is { } given && output.FeatureAxis?.Size is { } declared && given != declared)
        {
            return call.Fail(ShapeFaults.Declared("n_out", output.ToString(), input.ToString()));
        }

        return CommonType.IsCompatible(call, input, output, mindsDataType: false) ? output.Copy() : null;
    }
}
