namespace NetDsl.Layers;

/// <summary><c>decide</c>: the best entry of the beam; without search, the source with the batch in front.</summary>
internal sealed class DecideShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (call.Sources is not [var source])
        {
            return call.IsOpaque ? null : call.Fail(ShapeFaults.Sources(call.Sources.Length, "one"));
        }

        return source.BatchIndex is null
            ? call.Fail(ShapeFaults.NoAxis("from", "of the batch", source))
            : source.BatchMajor();
    }
}
