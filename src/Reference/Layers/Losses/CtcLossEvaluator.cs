using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary><c>ctc_loss</c>: for each sequence, how unlikely its labels are, however they are spread over its frames.</summary>
internal sealed class CtcLossEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } =
    ["logits", "targets", "logits_normalized", "blank_index", "max_approx", "label_loop"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Other("logits") is not { } logits || step.Other("targets") is not { } targets)
        {
            return null;
        }

        if (step.Call.Flag("max_approx") || !step.Call.Flag("label_loop", otherwise: true))
        {
            return step.Refuse(step.Call.Flag("max_approx") ? "max_approx" : "label_loop");
        }

        if (
            logits.Type is not { Rank: 3, TimeIndex: { } time, BatchIndex: { } batch, FeatureIndex: { } feature }
            || targets.Type is not { Rank: 2, TimeIndex: { } targetTime, BatchIndex: { } targetBatch }
        )
        {
            return step.Refuse("logits");
        }

        var scores = logits.Value.Permute(time, batch, feature);
        scores = step.Call.Flag("logits_normalized") ? scores : scores.LogSoftmax(2);
        var (frames, sequences, classes) = (scores.Shape[0], scores.Shape[1], scores.Shape[2]);
        var blank = step.Call.Integer("blank_index") ?? -1;
        var labels = targets.Value.Array.Permute([targetBatch, targetTime]);
        var counts = Lengths(step, targets, targetTime, sequences);
        ImmutableArray<ImmutableArray<int>> rows =
        [
            .. counts.Select(
                (count, sequence) =>
                    labels
                        .Data.AsSpan(sequence * labels.Shape[1], count)
                        .ToArray()
                        .Select(label => (int)label)
                        .ToImmutableArray()
            ),
        ];
        blank = blank < 0 ? blank + classes : blank;
        return blank >= classes || rows.Any(row => row.Any(label => label < 0 || label >= classes))
            ? step.Refuse("blank_index")
            : Value.Of(new Ctc(Lengths(step, logits, time, sequences, frames), rows, blank), scores);
    }

    private static ImmutableArray<int> Lengths(
        LayerStep step,
        Datum datum,
        int time,
        int sequences,
        int? otherwise = null
    ) =>
        step.Lengths.Of(datum.Type.Axes[time])
        ?? [.. Enumerable.Repeat(otherwise ?? datum.Value.Shape[time], sequences)];
}
