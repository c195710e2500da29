namespace NetDsl.Layers;

/// <summary><c>copy</c> and <c>identity</c>: the sources as they are, several concatenated.</summary>
internal sealed class CopyShape : ILayerShape
{
    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input(call.Axis("in_dim") ?? call.Axis("out_dim"));
        if (input is null || (!call.Has("out_type") && !call.Has("n_out")))
        {
            return input;
        }

        var declared = call.Option("out_type") as DictValue ?? DictValue.Empty;
        if (input.Sparse is not null && declared["sparse"] is null)
        {
            declared = declared.With("sparse", true);
        }

        if (declared["dim"] is null && (call.Integer("n_out") ?? input.FeatureOrSparse?.Size) is { } size)
        {
            declared = declared.With("dim", size);
        }

        return DefaultShape.Infer(call, call.Sources, declared);
    }
}
