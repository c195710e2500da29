namespace NetDsl.Layers;

/// <summary><c>identity</c>, <c>print</c> and <c>hdf_dump</c>: the one source, with something done beside.</summary>
internal sealed class PassShape(bool needsTime) : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (call.IsOpaque)
        {
            return null;
        }

        if (call.Sources is not [var source])
        {
            return call.Fail(ShapeFaults.Sources(call.Sources.Length, "one"));
        }

        return needsTime && source.TimeIndex is null
            ? call.Fail(ShapeFaults.NoAxis("from", "\"T\"", source))
            : source.Copy();
    }
}
