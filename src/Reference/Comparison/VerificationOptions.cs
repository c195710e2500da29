namespace NetDsl.Reference;

/// <summary>How forms of a net are compared.</summary>
internal sealed record VerificationOptions
{
    /// <summary>What all random numbers depend on.</summary>
    internal int Seed { get; init; } = 1;

    /// <summary>How many batches are computed, each with lengths and parameters of its own; for each rule alone it is one.</summary>
    internal int Batches { get; init; } = 2;

    /// <summary>How many sequences a batch has.</summary>
    internal int Sequences { get; init; } = 3;

    /// <summary>The largest relative difference that counts as rounding.</summary>
    internal double Tolerance { get; init; } = 1e-9;
}
