namespace NetDsl.Layers;

/// <summary>The numbers of a <see cref="BatchNorm"/> inside of a larger module.</summary>
public sealed record BatchNormSettings
{
    /// <summary>Added to the variance.</summary>
    public double Epsilon { get; init; } = 1e-3;

    /// <summary>How much of the batch's statistics goes into the running ones at each step.</summary>
    public double Momentum { get; init; } = 0.1;

    /// <summary>Whether frames behind the end of a sequence are left out of the statistics.</summary>
    public bool Masked { get; init; }
}
