using static NetDsl.Ops;

namespace NetDsl.Tests.Lowering;

/// <summary>Statistics chosen otherwise than batch norm does, or used for more.</summary>
internal static class NearMissChoices
{
    internal static IReadOnlyList<NearMiss> All { get; } =
    [
        new(
            "statistics chosen by another condition",
            "the condition is not the train flag",
            "var (mean, variance) = Cond(all.Flag(), all.Moments",
            ways => ways with { Flag = Warm }
        )
        {
            HoldsForAll = false,
        },
        new(
            "statistics chosen the other way round",
            "mean where the running mean is expected, a parameter",
            "ReduceMean(x, axes, masked)",
            ways => ways with { Choose = ChooseInverted }
        ),
        new(
            "statistics over fewer axes than learnt",
            "the statistics are over [batch], batch norm takes them over [batch, width:5]",
            "ReduceMean(all.X, [Dim.Batch], masked: false)",
            ways =>
                ways with
                {
                    Source = net => net.Input("data", [Dim.Batch, NormNet.Width, NormNet.Feature]),
                    Choose = ChooseOverFewer,
                }
        )
        {
            HoldsForAll = false,
        },
        new(
            "statistics of the batch at all times",
            "mean where a Cond on the train flag is expected",
            "ReduceMean(x, axes, masked)",
            ways =>
                ways with
                {
                    Choose = all =>
                    {
                        var (mean, variance) = all.Moments();
                        return all with { Mean = mean, Variance = variance };
                    },
                }
        ),
        new(
            "running statistics at all times",
            "a parameter where a Cond on the train flag is expected",
            "x - mean",
            ways =>
                ways with
                {
                    Choose = all =>
                    {
                        var (mean, variance) = all.Moments();
                        return all with { MeanToLearn = mean, VarianceToLearn = variance };
                    },
                }
        ),
        new(
            "the variance of the batch at all times",
            "mean where a Cond on the train flag is expected",
            "ReduceMean(distance, axes, masked)",
            ways => ways with { Choose = ChooseMeanOnly }
        ),
        new(
            "the variance around the running mean",
            "a parameter where a mean is expected",
            "Square(x - mean)",
            ways => ways with { Choose = ChooseAroundRunning }
        ),
        new(
            "running statistics swapped",
            "the update of the running mean is of square, the rest of the input \"data\"",
            "running.AssignAdd",
            ways => ways with { Choose = ChooseSwapped }
        ),
        new(
            "running statistics changed before they are used",
            "mul where the running mean is expected, a parameter",
            "all.RunningMean * 0.5",
            ways => ways with { Choose = ChooseChanged }
        ),
        new(
            "the running mean read elsewhere",
            "the running mean is also used by mul",
            "all.RunningMean * 2.0",
            ways => ways with { Also = (net, all, _) => net.Output(all.RunningMean * 2.0, "peek") }
        ),
        new(
            "the running variance read elsewhere",
            "the running variance is also used by sqrt",
            "Sqrt(all.RunningVariance)",
            ways => ways with { Also = (net, all, _) => net.Output(Sqrt(all.RunningVariance), "peek") }
        ),
        new(
            "the mean read elsewhere",
            "its cond is also read by mul",
            "all.Mean * 2.0",
            ways => ways with { Also = (net, all, _) => net.Output(all.Mean * 2.0, "peek") }
        ),
        new(
            "the mean an output",
            "its cond is the output \"peek\"",
            "net.Output(all.Mean",
            ways => ways with { Also = (net, all, _) => net.Output(all.Mean, "peek") }
        ),
        new(
            "the variance a loss",
            "its cond is the loss \"spread\"",
            "net.Loss(",
            ways => ways with { Also = (net, all, _) => net.Loss("spread", all.Variance) }
        ),
    ];

    private static Tensor Warm() => new Parameter([], auxiliary: true, name: "steps") > 100.0;

    private static NormStatistics ChooseInverted(NormStatistics all)
    {
        var (mean, variance) = Cond(all.Flag(), () => (all.RunningMean, all.RunningVariance), all.Moments);
        return all with { Mean = mean, Variance = variance };
    }

    private static NormStatistics ChooseMeanOnly(NormStatistics all)
    {
        var (batchMean, batchVariance) = all.Moments();
        return all with { Mean = Cond(all.Flag(), () => batchMean, () => all.RunningMean), Variance = batchVariance };
    }

    private static NormStatistics ChooseAroundRunning(NormStatistics all)
    {
        var (mean, variance) = Cond(
            all.Flag(),
            () => (all.BatchMean(), all.BatchVariance(all.RunningMean)),
            () => (all.RunningMean, all.RunningVariance)
        );
        return all with { Mean = mean, Variance = variance };
    }

    private static NormStatistics ChooseSwapped(NormStatistics all)
    {
        var (mean, variance) = Cond(all.Flag(), all.Moments, () => (all.RunningVariance, all.RunningMean));
        return all with { Mean = mean, Variance = variance };
    }

    private static NormStatistics ChooseChanged(NormStatistics all)
    {
        var (mean, variance) = Cond(all.Flag(), all.Moments, () => (all.RunningMean * 0.5, all.RunningVariance));
        return all with { Mean = mean, Variance = variance };
    }

    private static NormStatistics ChooseOverFewer(NormStatistics all)
    {
        var (meanToLearn, varianceToLearn) = all.Moments();
        var mean = ReduceMean(all.X, [Dim.Batch], masked: false);
        var variance = ReduceMean(Square(all.X - mean), [Dim.Batch], masked: false);
        return all with
        {
            Mean = Where(all.Flag(), mean, all.RunningMean),
            Variance = Where(all.Flag(), variance, all.RunningVariance),
            MeanToLearn = meanToLearn,
            VarianceToLearn = varianceToLearn,
        };
    }
}
