using NetDsl.Emit;

namespace NetDsl.Reference;

/// <summary>The losses of layers: frames without padding, summed (contract 9).</summary>
internal static class Losses
{
    /// <summary>Adds the loss of a layer if it has one; false if it cannot be computed.</summary>
    internal static bool Add(StepState state, NetLayer layer, Datum output)
    {
        if (layer.Options["loss"] is not StringValue { Value: var name })
        {
            return true;
        }

        // These are not fetched in training steps (NET:2019).
        if (state.Mode.IsTraining && layer.Options.IsOn("only_on_eval"))
        {
            return true;
        }

        var options = layer.Options["loss_opts"] as DictValue ?? DictValue.Empty;
        if (LossOptions.Refused(name, options) is { } option)
        {
            state.Diagnostics.Add(InterpreterDiagnostics.UnknownOption(layer, $"loss_opts/{option}"));
            return false;
        }

        var reference = layer.References.FirstOrDefault(item => item.Option == "target");
        var target = name == "as_is" || reference is null ? null : WholeTarget(state, reference);
        if (name == "edit_distance" || (name == "as_is" && OptionTruth.IsTrue(options["as_error"])))
        {
            // Nothing is learned from what is only counted.
            return true;
        }

        if (FrameLosses.Of(state, layer, name, output, target, options) is not { } losses)
        {
            state.Diagnostics.Add(InterpreterDiagnostics.UnknownOption(layer, $"loss: {name}"));
            return false;
        }

        var masked = losses.Value;
        if (SequenceMask.OfAll(state.Lengths, losses) is { } mask)
        {
            masked = Value.Constant(mask).Choose(masked, Value.Constant(0));
        }

        var scale = (Numbers.Of(options["scale"]) ?? 1) * (Numbers.Of(layer.Options["loss_scale"]) ?? 1);
        if (Normalization(state, layer, options, target ?? output) is not { } normalization)
        {
            state.Diagnostics.Add(InterpreterDiagnostics.NoValue(layer, "loss_opts/custom_inv_norm_factor"));
            return false;
        }

        state.Losses.Add(
            new(layer, masked.Total(), normalization, scale, OptionTruth.IsTrue(options["use_normalized_loss"]))
        );
        return true;
    }

    // Of a loop all steps are compared at once.
    private static Datum? WholeTarget(StepState state, NetReference reference) =>
        reference.Target is ExternDataTarget { RegisteredBy: null, Key: var key }
            ? state.Lookup.Input(key)
            : state.Lookup.Find(reference);

    // One over the number of frames, unless the layer says something else: a number, or a layer to sum up and divide by.
    private static double? Normalization(StepState state, NetLayer layer, DictValue options, Datum counted)
    {
        if (options["custom_inv_norm_factor"] is null or NoneValue)
        {
            return Numbers.Of(options["custom_norm_factor"]) ?? 1 / Frames(state, counted);
        }

        var reference = layer.References.FirstOrDefault(item => item.Option == "loss_opts/custom_inv_norm_factor");
        return reference is null || state.Lookup.Find(reference) is not { } divisor
            ? null
            : 1 / divisor.Value.Array.Data.Sum();
    }

    // Of time if there is one, else of sequences.
    private static double Frames(StepState state, Datum datum)
    {
        var index = datum.Type.TimeIndex ?? datum.Type.DynamicIndexes.Cast<int?>().FirstOrDefault();
        if (index is { } time && datum.Type.BatchIndex is not null)
        {
            var sequences = datum.Value.Shape[datum.Type.BatchIndex.Value];
            return state.Lengths.Of(datum.Type.Axes[time]) is { } lengths
                ? lengths.Sum()
                : sequences * (double)datum.Value.Shape[time];
        }

        return datum.Type.BatchIndex is { } batch ? datum.Value.Shape[batch] : 1;
    }
}
