namespace NetDsl.Reference;

/// <summary>
/// One step of a search: of all labels behind all hypotheses so far, the best ones (ChoiceLayer, beam_search). The batch has a row for
/// each hypothesis, those of a sequence one after the other.
/// </summary>
internal static class BeamSearch
{
    // What ended goes on with label 0 alone, at no cost (filter_ended_scores).
    private const double Impossible = -1e30;

    /// <summary>The labels, one for each hypothesis, after all in the loop is put in the order of these; null if it cannot be searched.</summary>
    internal static Value? Choose(LayerStep step, int beam)
    {
        if (
            step.Input() is not { Type: { Rank: 2, BatchIndex: { } batch, FeatureIndex: { } feature } } input
            || LabelScores.Logarithms(step, input.Value.Permute(batch, feature)) is not { } scores
        )
        {
            return step.Refuse("input_type");
        }

        if (FrameOf(step) is not { Reorder: { } reorder } frame || step.Call.Integer("beam_size") != beam)
        {
            return step.Refuse("beam_size");
        }

        var before = Before(step, frame, scores.Shape[0]);
        var (rows, labels, after) = Best(step, scores.Array, before, frame, beam);
        step.State.BeamScores = after;
        reorder(rows);
        return Value.Constant(new NdArray([labels.Length], labels));
    }

    private static LoopFrame? FrameOf(LayerStep step)
    {
        for (var scope = step.Layer.Scope; scope is not null; scope = scope.Parent)
        {
            if (step.State.Frames.TryGetValue(scope, out var frame))
            {
                return frame;
            }
        }

        return null;
    }

    // The score of a hypothesis that ended grows as its length does, so that all can be compared.
    private static double[] Before(LayerStep step, LoopFrame frame, int hypotheses)
    {
        if (frame.Index == 0)
        {
            return new double[hypotheses];
        }

        var scores = (double[])step.State.BeamScores.Clone();
        if (step.Call.Flag("length_normalization", otherwise: true))
        {
            for (var row = 0; row < scores.Length; row++)
            {
                scores[row] *= frame.IsOver?[row] == true ? (frame.Index + 1.0) / frame.Index : 1;
            }
        }

        return scores;
    }

    private static (int[] Rows, double[] Labels, double[] Scores) Best(
        LayerStep step,
        NdArray scores,
        double[] before,
        LoopFrame frame,
        int beam
    )
    {
        var classes = scores.Shape[1];
        var (ofLabel, ofBefore) = (step.Call.Real("prob_scale") ?? 1, step.Call.Real("base_beam_score_scale") ?? 1);
        var rows = new int[before.Length];
        var (labels, after) = (new double[before.Length], new double[before.Length]);

        // At first all hypotheses of a sequence are one.
        var width = frame.Index == 0 ? 1 : beam;
        for (var first = 0; first < before.Length; first += beam)
        {
            var best = Enumerable
                .Range(0, width * classes)
                .Select(place => (Row: first + (place / classes), Label: place % classes))
                .Select(item => (item.Row, item.Label, Score: ScoreOf(item.Row, item.Label)))
                .OrderByDescending(item => item.Score)
                .Take(beam)
                .ToList();
            for (var rank = 0; rank < beam; rank++)
            {
                // Fewer labels than hypotheses leave some that are out of the question.
                (rows[first + rank], labels[first + rank], after[first + rank]) =
                    rank < best.Count ? best[rank] : (first, 0, double.NegativeInfinity);
            }
        }

        return (rows, labels, after);

        double ScoreOf(int row, int label)
        {
            var score =
                frame.IsOver?[row] != true ? scores.Data[(row * classes) + label]
                : label == 0 ? 0
                : Impossible;
            return (score * ofLabel) + (before[row] * ofBefore);
        }
    }
}
