using static NetDsl.Ops;

namespace NetDsl.Tests.Lowering;

/// <summary>Updates that are not those of batch norm.</summary>
internal static class NearMissUpdates
{
    internal static IReadOnlyList<NearMiss> All { get; } =
    [
        new(
            "the mean never updated",
            "the running mean is never updated",
            "new Parameter(",
            ways => ways with { UpdateMean = (_, _, _) => { } }
        )
        {
            Updates = 1,
        },
        new(
            "the variance never updated",
            "the running variance is never updated",
            "new Parameter(",
            ways => ways with { UpdateVariance = (_, _, _) => { } }
        )
        {
            Updates = 1,
        },
        new(
            "Assign for the mean",
            "the running mean is replaced by Assign where AssignAdd is expected",
            "p.Assign(",
            ways => ways with { UpdateMean = (p, b, m) => p.Assign((b - p) * m) }
        ),
        new(
            "Assign for the variance",
            "the running variance is replaced by Assign where AssignAdd is expected",
            "p.Assign(",
            ways => ways with { UpdateVariance = (p, b, m) => p.Assign((b - p) * m) }
        ),
        new(
            "an average whose weights are too heavy",
            "the weights of the average add up to 1.1, not to 1",
            "p.Assign(",
            ways => ways with { UpdateMean = (p, b, m) => p.Assign(p * (1 - m) + b * (m + 0.1)) }
        ),
        new(
            "an average of another parameter",
            "the running variance is replaced by Assign where AssignAdd is expected",
            "p.Assign(",
            ways => ways with { UpdateVariance = (p, b, m) => p.Assign(b * (1 - m) + b * m) }
        ),
        new(
            "updates outside of any Cond",
            "the update of the running mean is not in a Cond on the train flag alone",
            "running.AssignAdd((batch - running) * momentum)",
            ways =>
                ways with
                {
                    Run = (_, mean, variance) =>
                    {
                        mean();
                        variance();
                    },
                }
        ),
        new(
            "updates if not training",
            "the update of the running mean is not in a Cond on the train flag alone",
            "running.AssignAdd((batch - running) * momentum)",
            ways =>
                ways with
                {
                    Run = (flag, mean, variance) =>
                        When(
                            Not(flag()),
                            () =>
                            {
                                mean();
                                variance();
                            }
                        ),
                }
        ),
        new(
            "updates under one more condition",
            "the update of the running mean is not in a Cond on the train flag alone",
            "running.AssignAdd((batch - running) * momentum)",
            ways => ways with { UpdateFlag = () => And(TrainFlag(), Warm()) }
        )
        {
            HoldsForAll = false,
        },
        new(
            "updates in one more Cond",
            "the update of the running mean is not in a Cond on the train flag alone",
            "running.AssignAdd((batch - running) * momentum)",
            ways =>
                ways with
                {
                    Run = (flag, mean, variance) =>
                        When(
                            Warm(),
                            () =>
                                When(
                                    flag(),
                                    () =>
                                    {
                                        mean();
                                        variance();
                                    }
                                )
                        ),
                }
        ),
        new(
            "updates under another condition",
            "the update of the running mean is not in a Cond on the train flag alone",
            "running.AssignAdd((batch - running) * momentum)",
            ways => ways with { UpdateFlag = Warm }
        )
        {
            HoldsForAll = false,
        },
        new(
            "the mean updated twice",
            "the running mean is updated 2 times",
            "p.AssignAdd((b - p) * m)",
            ways =>
                ways with
                {
                    UpdateMean = (p, b, m) =>
                    {
                        p.AssignAdd((b - p) * m);
                        p.AssignAdd((b - p) * m);
                    },
                }
        )
        {
            Updates = 3,
        },
        new(
            "another momentum for the variance",
            "momentum is 0.3 here and 0.1 in line N",
            "(b - p) * 0.3",
            ways => ways with { UpdateVariance = (p, b, _) => p.AssignAdd((b - p) * 0.3) }
        ),
        new(
            "another momentum for the mean",
            "momentum is 0.1 here and 0.3 in line N",
            "running.AssignAdd((batch - running) * momentum)",
            ways => ways with { UpdateMean = (p, b, _) => p.AssignAdd((b - p) * 0.3) }
        ),
        new(
            "momentum a parameter",
            "a product of 2 factors where 1 is expected",
            "new Parameter([], name: \"rate\")",
            ways => ways with { UpdateMean = (p, b, _) => p.AssignAdd((b - p) * new Parameter([], name: "rate")) }
        ),
        new(
            "momentum on the old value only",
            "mul where the running mean is expected, a parameter",
            "(b - p * m) * m",
            ways => ways with { UpdateMean = (p, b, m) => p.AssignAdd((b - p * m) * m) }
        ),
        new(
            "momentum on the new value only",
            "mul where a mean is expected",
            "b * m - p",
            ways => ways with { UpdateMean = (p, b, m) => p.AssignAdd(b * m - p) }
        ),
        new(
            "no momentum",
            "momentum is 0.1 here and 1 in line N",
            "running.AssignAdd((batch - running) * momentum)",
            ways => ways with { UpdateMean = (p, b, _) => p.AssignAdd(b - p) }
        ),
        new(
            "the mean moved away",
            "mean is subtracted where it is to be added",
            "(p - b) * m",
            ways => ways with { UpdateMean = (p, b, m) => p.AssignAdd((p - b) * m) }
        ),
        new(
            "the mean moved by the batch's alone",
            "mean where a sum is expected",
            "ReduceMean(x, axes, masked)",
            ways => ways with { UpdateMean = (p, b, m) => p.AssignAdd(b * m) }
        ),
        new(
            "the deviation learnt",
            "sqrt where a mean is expected",
            "Sqrt(b) - p",
            ways => ways with { UpdateVariance = (p, b, m) => p.AssignAdd((Sqrt(b) - p) * m) }
        ),
        new(
            "the batch's largest mean learnt",
            "maximum where a mean is expected",
            "Maximum(b, p)",
            ways => ways with { UpdateMean = (p, b, m) => p.AssignAdd((Maximum(b, p) - p) * m) }
        ),
    ];

    private static Tensor Warm() => new Parameter([], auxiliary: true, name: "steps") > 100.0;
}
