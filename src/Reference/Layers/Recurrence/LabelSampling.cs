namespace NetDsl.Reference;

/// <summary>
/// Scheduled sampling: labels that are drawn by their scores, now and then that of the target instead (ChoiceLayer,
/// <c>gold_mixin_prob</c>). What is drawn depends on the scores alone, as what <see cref="Dropout"/> drops: two forms of a net draw the
/// same labels.
/// </summary>
internal static class LabelSampling
{
    // Of the same number, whether the target is taken must not say which label is drawn.
    private const double SaltOfGold = 1;
    private const double SaltOfLabel = 2;

    /// <summary>One label for each sequence; null if the scores are not those of one frame, and the step then says so.</summary>
    internal static Value? Draw(LayerStep step, Value gold)
    {
        if (
            step.Input() is not { Type: { Rank: 2, BatchIndex: { } batch, FeatureIndex: { } feature } } input
            || LabelScores.Logarithms(step, input.Value.Permute(batch, feature)) is not { } scores
        )
        {
            return step.Refuse("input_type");
        }

        var share =
            step.Call.Option("scheduled_sampling") is DictValue options
            && Numbers.Of(options["gold_mixin_prob"]) is { } given
                ? given
                : 0;
        var fromGold = new NumberNoise(step.State.Mode.Seed, SaltOfGold);
        var fromScores = new NumberNoise(step.State.Mode.Seed, SaltOfLabel);
        var classes = scores.Array.Shape[1];
        var labels = new double[scores.Array.Shape[0]];
        for (var row = 0; row < labels.Length; row++)
        {
            var ofRow = scores.Array.Data.AsSpan(row * classes, classes);
            var number = Squares(ofRow);
            labels[row] = fromGold.Of(number) < share ? gold.Array.Data[row] : Label(ofRow, fromScores.Of(number));
        }

        return Value.Constant(new NdArray([labels.Length], labels));
    }

    private static double Squares(ReadOnlySpan<double> numbers)
    {
        var sum = 0.0;
        foreach (var number in numbers)
        {
            sum += number * number;
        }

        return sum;
    }

    // The first label up to which the probabilities are more than the part that is asked for.
    private static int Label(ReadOnlySpan<double> logarithms, double part)
    {
        var all = 0.0;
        foreach (var logarithm in logarithms)
        {
            all += Math.Exp(logarithm);
        }

        var (sum, label) = (0.0, 0);
        for (; label < logarithms.Length - 1; label++)
        {
            sum += Math.Exp(logarithms[label]);
            if (sum > part * all)
            {
                break;
            }
        }

        return label;
    }
}
