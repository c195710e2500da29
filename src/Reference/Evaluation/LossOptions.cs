using System.Collections.Frozen;
using NetDsl.Emit;

namespace NetDsl.Reference;

/// <summary>Which <c>loss_opts</c> are known.</summary>
internal static class LossOptions
{
    // How frames are brought in a row, what is printed, how a beam is decoded to count errors: nothing of the objective.
    private static readonly FrozenSet<string> common = FrozenSet.Create(
        StringComparer.Ordinal,
        "scale",
        "use_normalized_loss",
        "custom_norm_factor",
        "custom_inv_norm_factor",
        "use_flatten_frames",
        "debug_dump"
    );

    private static readonly FrozenDictionary<string, FrozenSet<string>> byLoss = new Dictionary<
        string,
        FrozenSet<string>
    >(StringComparer.Ordinal)
    {
        ["as_is"] = FrozenSet.Create(StringComparer.Ordinal, "as_error"),
        ["bin_ce"] = FrozenSet.Create(StringComparer.Ordinal, "pos_weight"),
        ["ce"] = FrozenSet.Create(
            StringComparer.Ordinal,
            "input_type",
            "focal_loss_factor",
            "label_smoothing",
            "use_fused",
            "fake_upper_bound"
        ),
        ["ctc"] = FrozenSet.Create(
            StringComparer.Ordinal,
            "target_collapse_repeated",
            "auto_clip_target_len",
            "output_in_log_space",
            "beam_width",
            "ctc_opts",
            "use_native"
        ),
        ["edit_distance"] = FrozenSet.Create(
            StringComparer.Ordinal,
            "debug_print",
            "label_map",
            "ctc_decode",
            "output_in_log_space"
        ),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The first option of a loss that is switched on and not known; null if there is none.</summary>
    internal static string? Refused(string loss, DictValue options)
    {
        foreach (var (key, value) in options)
        {
            if (
                key is StringValue { Value: var name }
                && OptionTruth.IsTrue(value)
                && !common.Contains(name)
                && byLoss.GetValueOrDefault(loss)?.Contains(name) != true
            )
            {
                return name;
            }
        }

        return null;
    }
}
