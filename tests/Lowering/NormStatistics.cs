namespace NetDsl.Tests.Lowering;

/// <summary>A batch norm by hand so far: what is normalised, and its statistics.</summary>
internal sealed record NormStatistics(
    Tensor X,
    Func<Tensor> Flag,
    Func<Tensor> BatchMean,
    Func<Tensor, Tensor> BatchVariance,
    Parameter RunningMean,
    Parameter RunningVariance
)
{
    /// <summary>The mean of the batch in training, the running one otherwise.</summary>
    public Tensor Mean { get; init; } = RunningMean;

    /// <summary>The variance of the batch in training, the running one otherwise.</summary>
    public Tensor Variance { get; init; } = RunningVariance;

    /// <summary>What the running mean is moved towards, if not the mean that was chosen.</summary>
    public Tensor? MeanToLearn { get; init; }

    /// <summary>What the running variance is moved towards, if not the variance that was chosen.</summary>
    public Tensor? VarianceToLearn { get; init; }

    /// <summary>Both statistics of the batch.</summary>
    public (Tensor Mean, Tensor Variance) Moments()
    {
        var mean = BatchMean();
        return (mean, BatchVariance(mean));
    }
}
