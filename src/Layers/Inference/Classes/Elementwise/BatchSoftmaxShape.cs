namespace NetDsl.Layers;

/// <summary><c>batch_softmax</c>: the input, batch first.</summary>
internal sealed class BatchSoftmaxShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input();
        if (input is null || call.Input(feature: null) is not { } output)
        {
            return null;
        }

        return output.BatchIndex is null || output.TimeIndex is null
            ? call.Fail(ShapeFaults.NoAxis("from", "\"B\" or \"T\"", output))
            : output.BatchMajor().Copy();
    }
}
