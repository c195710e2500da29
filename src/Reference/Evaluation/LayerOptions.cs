using System.Collections.Frozen;
using NetDsl.Emit;

namespace NetDsl.Reference;

/// <summary>Options that all layers have and that the interpreter knows, or that change no number.</summary>
internal static class LayerOptions
{
    private static readonly FrozenSet<string> common = new[]
    {
        "class",
        "from",
        "n_out",
        "out_dim",
        "out_shape",
        "out_type",
        "in_dim",
        "loss",
        "loss_opts",
        "loss_scale",
        "loss_only_on_non_search",
        "target",
        "is_output_layer",
        "L2",
        "trainable",
        "reuse_params",
        "name_scope",
        "only_on_eval",
        "only_on_search",
        "register_as_extern_data",
        "initial_output",
        "need_last",
        "collocate_with",
        "param_device",
        "custom_param_importer",
        "debug_print_layer_output",
        "control_dependencies",
        "allow_broadcast_all_sources",
        "updater_opts",
        "encapsulate",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The first option of a layer that neither all layers have nor the evaluator knows; null if there is none.</summary>
    internal static string? Unknown(NetLayer layer, ILayerEvaluator evaluator)
    {
        foreach (var (key, value) in layer.Options)
        {
            if (
                key is not StringValue { Value: var name }
                || value is NoneValue
                || common.Contains(name)
                || evaluator.Options.Contains(name)
            )
            {
                continue;
            }

            return name;
        }

        return null;
    }
}
