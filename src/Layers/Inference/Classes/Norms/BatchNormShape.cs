namespace NetDsl.Layers;

/// <summary><c>batch_norm</c>: the input, normalised over all axes but the features.</summary>
internal sealed class BatchNormShape : ILayerShape
{
    private static readonly CopyShape copy = new();

    public TensorType? Infer(LayerCall call)
    {
        if (copy.Infer(call) is not { } output)
        {
            return null;
        }

        BatchNormVariables.Declare(call, output, call.Option);
        return call.Fault is null ? output.Copy() : null;
    }
}
