using static NetDsl.Ops;

namespace NetDsl.Tests.Lowering;

/// <summary>The ways to choose statistics and to run updates that mean the same.</summary>
internal static class NormControl
{
    internal static IReadOnlyList<NormChange> Choices { get; } =
    [
        new("one Cond, moments inside", ways => ways),
        new("one Cond, moments outside", ways => ways with { Choose = all => ChooseOutside(all, learnChosen: true) }),
        new(
            "one Cond, moments outside, updates from the batch's",
            ways => ways with { Choose = all => ChooseOutside(all, learnChosen: false) }
        ),
        new("one Cond, branches swapped", ways => ways with { Choose = ChooseSwapped }),
        new("one Cond, results swapped", ways => ways with { Choose = ChooseVarianceFirst }),
        new("one Cond with a result nobody reads", ways => ways with { Choose = ChooseThree }),
        new("two Conds", ways => ways with { Choose = ChooseTwice }),
        new("two Conds, one swapped, updates from the batch's", ways => ways with { Choose = ChooseTwiceSwapped }),
        new("two Conds, the variance around the chosen mean", ways => ways with { Choose = ChooseMeanFirst }),
        new("two Wheres", ways => ways with { Choose = ChooseByWhere }),
        new("moments computed again for the updates", ways => ways with { Choose = ComputeTwice }),
    ];

    internal static IReadOnlyList<NormChange> Updates { get; } =
    [
        new("one When", ways => ways),
        new(
            "one When, the variance first",
            ways => ways with { Run = (flag, mean, variance) => Together(flag, variance, mean) }
        ),
        new("two Whens", ways => ways with { Run = RunApart }),
        new(
            "a Cond without an else",
            ways => ways with { Run = (flag, mean, variance) => Cond(flag(), () => Both(mean, variance), () => { }) }
        ),
        new(
            "a Cond with updates in its else",
            ways =>
                ways with
                {
                    Run = (flag, mean, variance) => Cond(Not(flag()), () => { }, () => Both(mean, variance)),
                }
        ),
        new(
            "a When in a When",
            ways => ways with { Run = (flag, mean, variance) => When(flag(), () => Together(flag, mean, variance)) }
        ),
    ];

    private static void Together(Func<Tensor> flag, Action first, Action second) =>
        When(flag(), () => Both(first, second));

    private static void RunApart(Func<Tensor> flag, Action mean, Action variance)
    {
        When(flag(), mean);
        When(flag(), variance);
    }

    private static void Both(Action first, Action second)
    {
        first();
        second();
    }

    private static NormStatistics ChooseOutside(NormStatistics all, bool learnChosen)
    {
        var batch = all.Moments();
        var (mean, variance) = Cond(all.Flag(), () => batch, () => (all.RunningMean, all.RunningVariance));
        return all with
        {
            Mean = mean,
            Variance = variance,
            MeanToLearn = learnChosen ? null : batch.Mean,
            VarianceToLearn = learnChosen ? null : batch.Variance,
        };
    }

    private static NormStatistics ChooseSwapped(NormStatistics all)
    {
        var (mean, variance) = Cond(Not(all.Flag()), () => (all.RunningMean, all.RunningVariance), all.Moments);
        return all with { Mean = mean, Variance = variance };
    }

    private static NormStatistics ChooseVarianceFirst(NormStatistics all)
    {
        var (variance, mean) = Cond(
            all.Flag(),
            () =>
            {
                var (batchMean, batchVariance) = all.Moments();
                return (batchVariance, batchMean);
            },
            () => (all.RunningVariance, all.RunningMean)
        );
        return all with { Mean = mean, Variance = variance };
    }

    private static NormStatistics ChooseThree(NormStatistics all)
    {
        var results = Cond(
            all.Flag(),
            () =>
            {
                var (mean, variance) = all.Moments();
                return [variance, mean * 2.0, mean];
            },
            () => (IReadOnlyList<Tensor>)[all.RunningVariance, all.RunningMean, all.RunningMean]
        );
        return all with { Mean = results[2], Variance = results[0] };
    }

    private static NormStatistics ChooseTwice(NormStatistics all)
    {
        var batch = all.Moments();
        return all with
        {
            Mean = Cond(all.Flag(), () => batch.Mean, () => all.RunningMean),
            Variance = Cond(all.Flag(), () => batch.Variance, () => all.RunningVariance),
        };
    }

    private static NormStatistics ChooseTwiceSwapped(NormStatistics all)
    {
        var batch = all.Moments();
        return all with
        {
            Mean = Cond(all.Flag(), () => batch.Mean, () => all.RunningMean),
            Variance = Cond(Not(all.Flag()), () => all.RunningVariance, () => batch.Variance),
            MeanToLearn = batch.Mean,
            VarianceToLearn = batch.Variance,
        };
    }

    private static NormStatistics ChooseMeanFirst(NormStatistics all)
    {
        var mean = Cond(all.Flag(), all.BatchMean, () => all.RunningMean);
        var variance = Cond(all.Flag(), () => all.BatchVariance(mean), () => all.RunningVariance);
        return all with { Mean = mean, Variance = variance };
    }

    private static NormStatistics ChooseByWhere(NormStatistics all)
    {
        var batch = all.Moments();
        return all with
        {
            Mean = Where(all.Flag(), batch.Mean, all.RunningMean),
            Variance = Where(Not(all.Flag()), all.RunningVariance, batch.Variance),
        };
    }

    private static NormStatistics ComputeTwice(NormStatistics all)
    {
        var (mean, variance) = Cond(all.Flag(), all.Moments, () => (all.RunningMean, all.RunningVariance));
        var (meanToLearn, varianceToLearn) = all.Moments();
        return all with
        {
            Mean = mean,
            Variance = variance,
            MeanToLearn = meanToLearn,
            VarianceToLearn = varianceToLearn,
        };
    }
}
