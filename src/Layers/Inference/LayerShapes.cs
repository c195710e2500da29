using System.Collections.Frozen;

namespace NetDsl.Layers;

/// <summary>Which class infers the shape of which layer class.</summary>
internal static class LayerShapes
{
    private static readonly FrozenDictionary<string, ILayerShape> byClass = new Dictionary<string, ILayerShape>(
        StringComparer.Ordinal
    )
    {
        [":i"] = new RecStepShape(),
        ["apply_length_distribution"] = new SameShape(),
        ["choice"] = new ChoiceShape(),
        ["choice_get_beam_scores"] = new BeamFactShape("float32"),
        ["choice_get_src_beams"] = new BeamFactShape("int32"),
        ["concat_attention"] = new ContextAttentionShape(),
        ["cond"] = new CondShape(),
        ["copy"] = new CopyShape(),
        ["cum_concat"] = new CumConcatShape(),
        ["decide"] = new DecideShape(),
        ["decide_keep_beam"] = new SameShape(),
        ["dot_attention"] = new ContextAttentionShape(),
        ["edit_distance"] = new EditDistanceShape(),
        ["edit_distance_table"] = new EditDistanceTableShape(),
        ["gauss_window_attention"] = new GaussWindowAttentionShape(),
        ["generic_attention"] = new GenericAttentionShape(),
        ["get_last_hidden_state"] = new LastHiddenStateShape(),
        ["identity"] = new CopyShape(),
        ["kenlm"] = new KenLmShape(),
        ["linear"] = new LinearShape(),
        ["masked_computation"] = new MaskedComputationShape(),
        ["normalize_length_scores"] = new SameShape(),
        ["optimal_completions"] = new OptimalCompletionsShape(),
        ["positional_encoding"] = new PositionalEncodingShape(),
        ["rec"] = new RecShape(),
        ["rec_last_output"] = new RecLastOutputShape(),
        ["rec_unstack"] = new RecUnstackShape(),
        ["relative_positional_encoding"] = new RelativePositionalEncodingShape(),
        ["rnn_cell"] = new RnnCellShape(),
        ["self_attention"] = new SelfAttentionShape(),
        ["softmax"] = new LinearShape(),
        ["subnetwork"] = new SubnetworkShape(),
        ["unmask"] = new UnmaskShape(),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The shape of a layer class, or null if its dims have to be declared.</summary>
    internal static ILayerShape? Find(string layerClass) => byClass.GetValueOrDefault(layerClass);
}
