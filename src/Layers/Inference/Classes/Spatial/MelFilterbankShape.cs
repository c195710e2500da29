namespace NetDsl.Layers;

/// <summary><c>mel_filterbank</c> and <c>alternating_real_to_complex</c>: new features for each frame, batch first.</summary>
/// <param name="dataType">What the entries are, if the class says.</param>
internal sealed class MelFilterbankShape(string? dataType) : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (call.Integer("n_out") is not { } size)
        {
            return call.Unknown();
        }

        if (call.LayerClass == "mel_filterbank" && size != (call.Integer("nr_of_filters") ?? 80))
        {
            return call.Fail(ShapeFaults.Declared("n_out", $"{size}", $"{call.Integer("nr_of_filters") ?? 80}"));
        }

        var declared = OptionValue.Dict(("dim", size), ("batch_dim_axis", 0), ("time_dim_axis", 1));
        return DefaultShape.Infer(call, call.Sources, dataType is null ? declared : declared.With("dtype", dataType));
    }
}
