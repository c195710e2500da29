namespace NetDsl.Layers;

/// <summary><c>accumulate_mean</c>: a variable that follows the mean of the input.</summary>
internal sealed class AccumulateMeanShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (ReduceShape.Infer(call, call.Option("axis") ?? call.Option("axes") ?? "bt", "mean") is not { } output)
        {
            return null;
        }

        if (output.Axes.Any(axis => axis.IsBatch || axis.Size is null))
        {
            return call.Fail(ShapeFaults.Size($"The mean is {output}", "axes of known size", "axes"));
        }

        call.Variable("mean", [.. output.Axes.Select(axis => axis.Size)]);
        return output;
    }
}
