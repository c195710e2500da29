namespace NetDsl.Layers;

/// <summary><c>kenlm</c>: scores of a language model for what came so far.</summary>
internal sealed class KenLmShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        if (call.Has("vocab_file"))
        {
            call.UnknownVariables();
        }

        // How many words there are is in a file.
        return call.Flag("dense_output") ? call.Unknown() : call.Input()?.OfType("float32");
    }
}
