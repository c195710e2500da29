using System.Collections.Immutable;
using NetDsl.Emit;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary>The loss <c>ctc</c>: for each sequence, how unlikely its labels are, however they are spread over its frames.</summary>
internal static class LabelLoss
{
    private const double LeastLikely = 1e-20;

    /// <summary>A number for each sequence; null if an option is not known.</summary>
    internal static Datum? Of(StepState state, NetLayer layer, Datum output, Datum target, DictValue options)
    {
        var special = options["ctc_opts"] as DictValue ?? DictValue.Empty;
        if (
            Unknown(special, OptionTruth.IsTrue(options["use_native"]))
            || output.Type is not { Rank: 3, TimeIndex: { } time, BatchIndex: { } batch, FeatureIndex: { } feature }
            || target.Type is not { Rank: 2, Sparse: not null, TimeIndex: { } labels, BatchIndex: { } sequences }
        )
        {
            return null;
        }

        var scores = Scores(state, layer, output, options).Permute(time, batch, feature);
        scores =
            special["logits_normalize"] is { } isNormalized && !OptionTruth.IsTrue(isNormalized)
                ? scores
                : scores.LogSoftmax(2);
        var frames = Lengths(state, output, time, scores.Shape[1]);
        var rows = Rows(state, target, sequences, labels, frames, options);
        var blank = LayerCall.IntegerOf(special["blank_index"]) ?? -1;
        blank = blank < 0 ? blank + scores.Shape[2] : blank;
        return new(
            new TensorType([output.Type.Axes[batch]], output.Type.DataType),
            Value.Of(new Ctc(frames, rows, blank), scores)
        );
    }

    // Those of TensorFlow's operation change what counts as the same label, or leave out what is too long.
    private static bool Unknown(DictValue options, bool isNative)
    {
        foreach (var (key, value) in options)
        {
            var isKnown = (key as StringValue)?.Value switch
            {
                "ctc_merge_repeated" or "label_loop" => OptionTruth.IsTrue(value),
                "preprocess_collapse_repeated" or "ignore_longer_outputs_than_inputs" => !OptionTruth.IsTrue(value),
                "logits_normalize" or "blank_index" or "grad_wrt_softmax_in" => isNative,
                _ => false,
            };
            if (!isKnown)
            {
                return true;
            }
        }

        return false;
    }

    // In logarithms, normalised or not: what stands before a softmax or an exp, or the logarithm of probabilities.
    private static Value Scores(StepState state, NetLayer layer, Datum output, DictValue options)
    {
        if (OptionTruth.IsTrue(options["output_in_log_space"]))
        {
            return output.Value;
        }

        var isBefore =
            layer.ClassName == "softmax" || layer.Options["activation"] is StringValue { Value: "softmax" or "exp" };
        return isBefore && state.BeforeActivation.TryGetValue(layer, out var before)
            ? before
            : output.Value.Apply(Unary.SafeLog(LeastLikely));
    }

    private static ImmutableArray<ImmutableArray<int>> Rows(
        StepState state,
        Datum target,
        int batch,
        int time,
        ImmutableArray<int> frames,
        DictValue options
    )
    {
        var labels = target.Value.Array.Permute([batch, time]);
        var counts = Lengths(state, target, time, labels.Shape[0]);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        for (var sequence = 0; sequence < counts.Length; sequence++)
        {
            // One frame less than there are, so that a blank has room.
            var count = OptionTruth.IsTrue(options["auto_clip_target_len"])
                ? Math.Min(counts[sequence], Math.Max(frames[sequence] - 1, 0))
                : counts[sequence];
            var row = labels.Data.AsSpan(sequence * labels.Shape[1], count).ToArray().Select(label => (int)label);
            rows.Add([.. OptionTruth.IsTrue(options["target_collapse_repeated"]) ? WithoutRepeats(row) : row]);
        }

        return rows.ToImmutable();
    }

    private static IEnumerable<int> WithoutRepeats(IEnumerable<int> labels)
    {
        int? before = null;
        foreach (var label in labels)
        {
            if (label != before)
            {
                yield return label;
            }

            before = label;
        }
    }

    private static ImmutableArray<int> Lengths(StepState state, Datum datum, int time, int sequences) =>
        state.Lengths.Of(datum.Type.Axes[time]) ?? [.. Enumerable.Repeat(datum.Value.Shape[time], sequences)];
}
