namespace NetDsl.Reference;

/// <summary>How forms of a net are compared.</summary>
public sealed record VerificationOptions
{
    /// <summary>What all random numbers depend on.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many batches are computed, each with lengths and parameters of its own.</summary>
    public int Batches { get; init; } = 2;

    /// <summary>How many sequences a batch has.</summary>
    public int Sequences { get; init; } = 3;

    /// <summary>The largest relative difference that counts as rounding.</summary>
    public double Tolerance { get; init; } = 1e-9;
}
