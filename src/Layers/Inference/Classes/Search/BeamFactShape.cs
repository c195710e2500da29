namespace NetDsl.Layers;

/// <summary><c>choice_get_beam_scores</c> and <c>choice_get_src_beams</c>: one number for each entry of the beam.</summary>
internal sealed class BeamFactShape(string dataType) : ILayerShape
{
    public TensorType? Infer(LayerCall call) =>
        call.Sources is [_] ? new TensorType([call.Space.Batch], dataType)
        : call.IsOpaque ? null
        : call.Fail(ShapeFaults.Sources(call.Sources.Length, "one"));
}
