namespace NetDsl.Layers;

/// <summary><c>framewise_statistics</c>: a dummy; the numbers are kept beside, in variables of TensorFlow's naming.</summary>
internal sealed class FramewiseStatisticsShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        call.UnknownVariables();
        return call.Sources.IsEmpty && !call.IsOpaque
            ? call.Fail(ShapeFaults.Sources(0, "at least one"))
            : new([], "int32");
    }
}
