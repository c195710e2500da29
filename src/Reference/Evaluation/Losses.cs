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

        var options = layer.Options["loss_opts"] as DictValue ?? DictValue.Empty;
        if (Unknown(options) is { } option)
        {
            state.Diagnostics.Add(InterpreterDiagnostics.UnknownOption(layer, $"loss_opts/{option}"));
            return false;
        }

        var reference = layer.References.FirstOrDefault(item => item.Option == "target");
        var target = name == "as_is" || reference is null ? null : WholeTarget(state, reference);
        if (FrameLosses.Of(state, layer, name, output, target, options) is not { } losses)
        {
            state.Diagnostics.Add(InterpreterDiagnostics.UnknownOption(layer, "loss"));
            return false;
        }

        if (losses.Value is null)
        {
            return true;
        }

        var masked = losses.Value;
        if (SequenceMask.OfAll(state.Lengths, losses) is { } mask)
        {
            masked = Value.Constant(mask).Choose(masked, Value.Constant(0));
        }

        var scale = (Numbers.Of(options["scale"]) ?? 1) * (Numbers.Of(layer.Options["loss_scale"]) ?? 1);
        var frames = Frames(state, target ?? output);
        var normalization = Numbers.Of(options["custom_norm_factor"]) ?? 1.0 / frames;
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

    private static string? Unknown(DictValue options)
    {
        foreach (var (key, _) in options)
        {
            if (
                key is StringValue { Value: var name }
                && name
                    is not (
                        "scale"
                        or "use_normalized_loss"
                        or "custom_norm_factor"
                        or "use_flatten_frames"
                        or "label_smoothing"
                        or "as_error"
                        or "use_fused"
                        or "input_type"
                    )
            )
            {
                return name;
            }
        }

        return null;
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
