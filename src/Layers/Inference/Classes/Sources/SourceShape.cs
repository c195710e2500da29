namespace NetDsl.Layers;

/// <summary><c>source</c>: an entry of the extern data.</summary>
internal sealed class SourceShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (!call.Sources.IsEmpty)
        {
            return call.Fail(ShapeFaults.Sources(call.Sources.Length, "none"));
        }

        return call.IsCode("data_key") ? call.Unknown() : call.Extern(call.Text("data_key")) ?? call.Unknown();
    }
}
