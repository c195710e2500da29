using System.Collections.Frozen;

namespace NetDsl.Reference;

/// <summary>Which class computes which layer class.</summary>
internal static class LayerEvaluators
{
    private static readonly FrozenDictionary<string, ILayerEvaluator> byClass = new Dictionary<string, ILayerEvaluator>(
        StringComparer.Ordinal
    )
    {
        ["activation"] = new ActivationEvaluator(),
        ["batch_norm"] = new BatchNormEvaluator(),
        ["choice"] = new ChoiceEvaluator(),
        ["combine"] = new CombineEvaluator(),
        ["combine_dims"] = new MergeDimsEvaluator(),
        ["compare"] = new CompareEvaluator(),
        ["concat"] = new ConcatEvaluator(),
        ["cond"] = new CondEvaluator(),
        ["constant"] = new ConstantEvaluator(),
        ["conv"] = new ConvEvaluator(),
        ["copy"] = new CopyEvaluator(),
        ["cumsum"] = new CumsumEvaluator(),
        ["decide"] = new DecideEvaluator(),
        ["dot"] = new DotEvaluator(),
        ["dropout"] = new CopyEvaluator(),
        ["eval"] = new CombineEvaluator(),
        ["expand_dims"] = new ExpandDimsEvaluator(),
        ["flatten_batch"] = new FlattenBatchEvaluator(),
        ["gating"] = new GatingEvaluator(),
        ["generic_attention"] = new GenericAttentionEvaluator(),
        ["get_last_hidden_state"] = new LastHiddenStateEvaluator(),
        ["identity"] = new CopyEvaluator(),
        ["layer_norm"] = new LayerNormEvaluator(),
        ["length"] = new LengthEvaluator(),
        ["linear"] = new LinearEvaluator(),
        ["masked_computation"] = new MaskedComputationEvaluator(),
        ["math_norm"] = new ReduceEvaluator(),
        ["merge_dims"] = new MergeDimsEvaluator(),
        ["pad"] = new PadEvaluator(),
        ["pool"] = new PoolEvaluator(),
        ["positional_encoding"] = new PositionalEncodingEvaluator(),
        ["postfix_in_time"] = new PostfixInTimeEvaluator(),
        ["prefix_in_time"] = new PrefixInTimeEvaluator(),
        ["range"] = new RangeEvaluator(),
        ["range_from_length"] = new RangeInAxisEvaluator(),
        ["range_in_axis"] = new RangeInAxisEvaluator(),
        ["rec"] = new RecEvaluator(),
        ["rec_last_output"] = new RecLastOutputEvaluator(),
        ["rec_unstack"] = new RecUnstackEvaluator(),
        ["reduce"] = new ReduceEvaluator(),
        ["reinterpret_data"] = new ReinterpretDataEvaluator(),
        ["relative_positional_encoding"] = new RelativePositionalEncodingEvaluator(),
        ["resize"] = new ResizeEvaluator(),
        ["rnn_cell"] = new RnnCellEvaluator(),
        ["self_attention"] = new SelfAttentionEvaluator(),
        ["seq_len_mask"] = new SeqLenMaskEvaluator(),
        ["softmax"] = new LinearEvaluator(),
        ["softmax_over_spatial"] = new SoftmaxOverSpatialEvaluator(),
        ["sparse_softmax_cross_entropy_with_logits"] = new SparseCrossEntropyEvaluator(),
        ["split"] = new SplitEvaluator(),
        ["split_dims"] = new SplitDimsEvaluator(),
        ["squeeze"] = new SqueezeEvaluator(),
        ["stack"] = new StackEvaluator(),
        ["subnetwork"] = new SubnetworkEvaluator(),
        ["swap_axes"] = new ArrangeEvaluator(),
        ["switch"] = new SwitchEvaluator(),
        ["train_flag"] = new TrainFlagEvaluator(),
        ["transpose"] = new ArrangeEvaluator(),
        ["transposed_conv"] = new TransposedConvEvaluator(),
        ["unflatten_batch"] = new UnflattenBatchEvaluator(),
        ["variable"] = new VariableEvaluator(),
        ["variable_assign"] = new VariableAssignEvaluator(),
        ["variable_read"] = new VariableReadEvaluator(),
        ["window"] = new WindowEvaluator(),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What computes a layer class; null if nothing does.</summary>
    internal static ILayerEvaluator? Find(string layerClass) => byClass.GetValueOrDefault(layerClass);
}
