namespace NetDsl.Layers;

/// <summary>Classes whose output has the axes of their first source.</summary>
internal sealed class SameShape : ILayerShape
{
    public TensorType? Infer(LayerCall call) =>
        call.Sources is [var source, ..] ? source
        : call.IsOpaque ? null
        : call.Fail(ShapeFaults.Sources(0, "at least one"));
}
