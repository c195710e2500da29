using static NetDsl.Ops;

namespace NetDsl.Tests.Lowering;

/// <summary>
/// How a user may write a batch norm by hand: one way for each thing that can be written in several. Other ways are given by
/// <c>with</c>, be they the same thing in other words or something else.
/// </summary>
internal sealed record NormWays
{
    /// <summary>What is normalised.</summary>
    public Func<Net, Tensor> Source { get; init; } =
        net => net.Input("data", [Dim.Batch, NormNet.Time, NormNet.Feature]);

    /// <summary>Whether padding is left out of the statistics.</summary>
    public bool Masked { get; init; }

    public bool HasGamma { get; init; } = true;

    public bool HasBeta { get; init; } = true;

    /// <summary>Whether the parameters have the names that RETURNN's own layer gives them.</summary>
    public bool NativeNames { get; init; }

    /// <summary>Makes a parameter: its role, its name, and what it starts with.</summary>
    public Func<string, string?, double, Parameter> Make { get; init; } =
        (role, name, initial) =>
            new Parameter([NormNet.Feature], initial, auxiliary: role is "average" or "spread", name: name);

    /// <summary>Which dims are folded away, of those of x.</summary>
    public Func<Tensor, Shape> Axes { get; init; } = x => x.Dims.Except(NormNet.Feature);

    /// <summary>The batch's mean: of x, over axes, masked or not.</summary>
    public Func<Tensor, Shape, bool, Tensor> Mean { get; init; } = (x, axes, masked) => ReduceMean(x, axes, masked);

    /// <summary>The squared distance of x from the mean.</summary>
    public Func<Tensor, Tensor, Tensor> Distance { get; init; } = (x, mean) => Square(x - mean);

    /// <summary>The batch's variance: of squared distances, over axes, masked or not.</summary>
    public Func<Tensor, Shape, bool, Tensor> Spread { get; init; } =
        (distance, axes, masked) => ReduceMean(distance, axes, masked);

    /// <summary>The truth value that the statistics are chosen by.</summary>
    public Func<Tensor> Flag { get; init; } = () => TrainFlag();

    /// <summary>The truth value that the updates depend on.</summary>
    public Func<Tensor> UpdateFlag { get; init; } = () => TrainFlag();

    /// <summary>Chooses between statistics of the batch and running ones.</summary>
    public Func<NormStatistics, NormStatistics> Choose { get; init; } =
        all =>
        {
            var (mean, variance) = Cond(all.Flag(), all.Moments, () => (all.RunningMean, all.RunningVariance));
            return all with { Mean = mean, Variance = variance };
        };

    /// <summary>Makes both updates run in training.</summary>
    public Action<Func<Tensor>, Action, Action> Run { get; init; } =
        (flag, mean, variance) =>
            When(
                flag(),
                () =>
                {
                    mean();
                    variance();
                }
            );

    /// <summary>Whether scale and shift are put together first, as tf.nn.batch_normalization does; only if there is a shift.</summary>
    public bool Folds { get; init; }

    /// <summary>Updates a running statistic: itself, the batch's, how much of it goes in.</summary>
    public Action<Parameter, Tensor, double> UpdateMean { get; init; } =
        (running, batch, momentum) => running.AssignAdd((batch - running) * momentum);

    /// <summary>As <see cref="UpdateMean"/>.</summary>
    public Action<Parameter, Tensor, double> UpdateVariance { get; init; } =
        (running, batch, momentum) => running.AssignAdd((batch - running) * momentum);

    /// <summary>Moves x to the middle.</summary>
    public Func<Tensor, Tensor, Tensor> Center { get; init; } = (x, mean) => x - mean;

    /// <summary>Adds epsilon to the variance.</summary>
    public Func<Tensor, double, Tensor> Widen { get; init; } = (variance, epsilon) => variance + epsilon;

    /// <summary>Divides by the deviation, given its square.</summary>
    public Func<Tensor, Tensor, Tensor> Divide { get; init; } = (x, square) => x * Rsqrt(square);

    /// <summary>Divides and scales: the centered x, gamma, how to divide.</summary>
    public Func<Tensor, Tensor, Func<Tensor, Tensor>, Tensor> Scale { get; init; } =
        (centered, gamma, divide) => divide(centered) * gamma;

    /// <summary>Adds beta.</summary>
    public Func<Tensor, Tensor, Tensor> Shift { get; init; } = (scaled, beta) => scaled + beta;

    /// <summary>Whatever else the net does with all this.</summary>
    public Action<Net, NormStatistics, Tensor> Also { get; init; } = (_, _, _) => { };
}
