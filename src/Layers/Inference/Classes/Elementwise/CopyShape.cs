namespace NetDsl.Layers;

/// <summary><c>copy</c>, <c>dropout</c> and what changes gradients only: the sources as they are, several concatenated.</summary>
internal sealed class CopyShape : ILayerShape
{
    // What out_type says is checked, but the output is the input's.
    public TensorType? Infer(LayerCall call)
    {
        var template = Template(call);
        call.Template = template;
        var input = call.Input();
        if (template is null || input is null || Feature(call) is not { } feature)
        {
            return template is null ? null : input;
        }

        return input.FeatureOrSparse?.IsSame(feature) == true ? input : call.Input(feature);
    }

    /// <summary>What the output is before it is computed: with the type that the layer declares.</summary>
    internal static TensorType? Template(LayerCall call)
    {
        var feature = Feature(call);
        if (call.Axis("in_dim") is { } inDim && call.Axis("out_dim") is { } outDim && !inDim.IsSame(outDim))
        {
            return call.Fail(
                ShapeFaults.Options($"\"in_dim\" is {inDim}, but \"out_dim\" is {outDim}.", "Give one.", "out_dim")
            );
        }

        var input = call.Input(feature);
        if (input is null || call.IsOpaque || (!call.Has("out_type") && !call.Has("n_out")))
        {
            return call.IsOpaque ? null : input;
        }

        return feature is not null && input.Sparse is not null
            ? call.Fail(ShapeFaults.DataType($"The input {input} holds class indices", "vectors for in_dim"))
            : DefaultShape.Infer(call, call.Sources, Declared(call, input), inDim: null, feature);
    }

    private static Axis? Feature(LayerCall call) => call.Axis("in_dim") ?? call.Axis("out_dim");

    private static DictValue Declared(LayerCall call, TensorType input)
    {
        var declared = call.Option("out_type") as DictValue ?? DictValue.Empty;
        if (input.Sparse is not null && declared["sparse"] is null)
        {
            declared = declared.With("sparse", true);
        }

        return declared["dim"] is null && (call.Integer("n_out") ?? input.FeatureOrSparse?.Size) is { } size
            ? declared.With("dim", size)
            : declared;
    }
}
