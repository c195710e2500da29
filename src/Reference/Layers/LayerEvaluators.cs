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
        ["combine"] = new CombineEvaluator(),
        ["compare"] = new CompareEvaluator(),
        ["cond"] = new CondEvaluator(),
        ["constant"] = new ConstantEvaluator(),
        ["copy"] = new CopyEvaluator(),
        ["dot"] = new DotEvaluator(),
        ["dropout"] = new CopyEvaluator(),
        ["eval"] = new CombineEvaluator(),
        ["gating"] = new GatingEvaluator(),
        ["identity"] = new CopyEvaluator(),
        ["layer_norm"] = new LayerNormEvaluator(),
        ["linear"] = new LinearEvaluator(),
        ["math_norm"] = new ReduceEvaluator(),
        ["reduce"] = new ReduceEvaluator(),
        ["softmax"] = new LinearEvaluator(),
        ["softmax_over_spatial"] = new SoftmaxOverSpatialEvaluator(),
        ["subnetwork"] = new SubnetworkEvaluator(),
        ["switch"] = new SwitchEvaluator(),
        ["train_flag"] = new TrainFlagEvaluator(),
        ["variable"] = new VariableEvaluator(),
        ["variable_assign"] = new VariableAssignEvaluator(),
        ["variable_read"] = new VariableReadEvaluator(),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What computes a layer class; null if nothing does.</summary>
    internal static ILayerEvaluator? Find(string layerClass) => byClass.GetValueOrDefault(layerClass);
}
