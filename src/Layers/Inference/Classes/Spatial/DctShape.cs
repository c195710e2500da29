namespace NetDsl.Layers;

/// <summary><c>dct</c>: the cosine transform of the feature vectors.</summary>
internal sealed class DctShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input(feature: null);
        if (input is null)
        {
            return null;
        }

        if (call.Has("n"))
        {
            return call.Fail(
                ShapeFaults.Options("RETURNN has no transform of another length.", "Leave \"n\" out.", "n")
            );
        }

        return input.BatchIndex is null || input.TimeIndex is null || input.DynamicIndexes.Count() != 1
            ? call.Fail(ShapeFaults.Size($"The input is {input}", "a batch of sequences"))
            : input.BatchSpatialMajor();
    }
}
