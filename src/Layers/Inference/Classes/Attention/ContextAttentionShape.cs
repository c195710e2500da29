namespace NetDsl.Layers;

/// <summary><c>dot_attention</c> and <c>concat_attention</c>: a frame of the base, weighted by how well its context fits the source.</summary>
internal sealed class ContextAttentionShape : ILayerShape
{
    private const int VectorRank = 2;
    private const int SequenceRank = 3;

    public TensorType? Infer(LayerCall call)
    {
        var input = call.Input();
        var output = WeightedBase.Frame(call);
        if (input is null || output is null || call.Layer("base_ctx") is not { } context)
        {
            return call.Fault is null ? call.Unknown() : null;
        }

        if (input.Rank != VectorRank || input.TimeIndex is not null)
        {
            return call.Fail(ShapeFaults.Size($"The source is {input}", "one vector for each sequence", "from"));
        }

        if (context.Rank != SequenceRank || output.Rank != VectorRank)
        {
            return call.Fail(
                ShapeFaults.Size($"\"base_ctx\" is {context}", "batch, time and features, as the base", "base_ctx")
            );
        }

        if (input.FeatureOrSparse?.Size != context.FeatureOrSparse?.Size)
        {
            return call.Fail(
                ShapeFaults.Size(
                    $"The source is {input}",
                    $"as many features as \"base_ctx\" has, {context}",
                    "base_ctx"
                )
            );
        }

        if (call.LayerClass == "concat_attention")
        {
            call.Variable("v", [input.FeatureOrSparse?.Size]);
        }

        return output;
    }
}
