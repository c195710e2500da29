using System.Collections.Frozen;
using NetDsl.Emit;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary>Which options of layers are known.</summary>
internal static class KnownOptions
{
    // Of all layers; the dims that some of them declare are those that are inferred.
    private static readonly FrozenSet<string> common = new[]
    {
        "class",
        "from",
        "n_out",
        "out_dim",
        "out_shape",
        "out_type",
        "in_dim",
        "batch_norm",
        "loss",
        "loss_opts",
        "loss_scale",
        "loss_only_on_non_search",
        "target",
        "is_output_layer",
        "L2",
        "reuse_params",
        "name_scope",
        "only_on_eval",
        "only_on_search",
        "register_as_extern_data",
        "initial_output",
        "need_last",
        "param_dropout",
        "param_dropout_min_ndim",
        "param_variational_noise",
        "control_dependencies",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What is done with an option of layers that an evaluator computes.</summary>
    internal static OptionStanding StandingOf(string option, ILayerEvaluator evaluator) =>
        common.Contains(option) || evaluator.Options.Contains(option) ? OptionStanding.Read
        : NeutralOptions.ReasonOf(option) is not null ? OptionStanding.Neutral
        : OptionStanding.Refused;

    /// <summary>The first option of a layer that is refused; null if there is none.</summary>
    internal static string? Refused(NetLayer layer, ILayerEvaluator evaluator)
    {
        foreach (var (key, value) in layer.Options)
        {
            if (
                key is StringValue { Value: var name }
                && value is not NoneValue
                && StandingOf(name, evaluator) == OptionStanding.Refused
                && !IsOff(layer, name, value)
            )
            {
                return name;
            }
        }

        return null;
    }

    // Switched off, as it is without it.
    private static bool IsOff(NetLayer layer, string option, OptionValue value) =>
        !OptionTruth.IsTrue(value)
        && Catalog.Returnn.Layers.TryGetValue(layer.ClassName, out var layerClass)
        && Catalog.Returnn.TryGetOption(layerClass, option, out var known)
        && !OptionTruth.IsTrue(known.Default);
}
