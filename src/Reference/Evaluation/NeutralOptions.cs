using System.Collections.Frozen;

namespace NetDsl.Reference;

/// <summary>Options on which no number of a step depends, and why.</summary>
internal static class NeutralOptions
{
    private const string Beginning = "It says how a variable begins, and the numbers of variables are given.";
    private const string Keeping = "It says how variables are kept in files.";
    private const string Placing = "It says where or in which order RETURNN computes.";

    private static readonly FrozenDictionary<string, string> reasons = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["allow_broadcast"] = "It only forbids what cannot be computed here, either.",
        ["allow_broadcast_all_sources"] = "It only forbids what cannot be computed here, either.",
        ["allow_no_op"] = "It only forbids what cannot be computed here, either.",
        ["auto_update_state"] = "Numbers that are random depend on the seed of the step here.",
        ["auto_use_channel_first"] = Placing,
        ["beta_init"] = Beginning,
        ["bias_init"] = Beginning,
        ["collocate_with"] = Placing,
        ["custom_param_importer"] = Keeping,
        ["debug"] = "It prints.",
        ["debug_print_layer_output"] = "It prints.",
        ["encapsulate"] = Placing,
        ["enforce_batch_dim_axis"] = "It only checks where the batch is.",
        ["extra_deps"] = Placing,
        ["extra_print_args"] = "It prints.",
        ["filter_invalid_indices"] = "Places that are not there are left out in any case; RETURNN may fail without it.",
        ["forward_weights_init"] = Beginning,
        ["gamma_init"] = Beginning,
        ["init"] = Beginning,
        ["init_by_layer"] = Beginning,
        ["load_on_init"] = Keeping,
        ["non_critical_for_restore"] = Keeping,
        ["optimize_move_layers_out"] = Placing,
        ["param_device"] = Placing,
        ["recurrent_weights_init"] = Beginning,
        ["saveable"] = Keeping,
        ["seed"] = "Numbers that are random depend on the seed of the step here.",
        ["shape_deps"] = "It only says what RETURNN builds before.",
        ["sorted"] = "Without it the order is left to chance.",
        ["static"] = "Numbers that are random depend on the seed of the step here.",
        ["summarize"] = "It prints.",
        ["trainable"] = "It says what the optimizer changes, not what is computed.",
        ["unroll"] = Placing,
        ["updater_opts"] = "It says how fast the optimizer changes a variable.",
        ["use_channel_first"] = Placing,
        ["weights_init"] = Beginning,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Why nothing depends on an option; null if something may.</summary>
    internal static string? ReasonOf(string option) => reasons.GetValueOrDefault(option);

    internal static IEnumerable<string> Names => reasons.Keys;
}
