namespace NetDsl.Reference;

/// <summary>How a step is run.</summary>
/// <param name="IsTraining">The train flag.</param>
/// <param name="Seed">What the random numbers depend on, beside the names of layers.</param>
internal sealed record StepMode(bool IsTraining, int Seed = 1)
{
    /// <summary>Whether it is a search: choices take the best labels, not the target.</summary>
    internal bool Searches { get; init; }

    /// <summary>The most steps of a loop whose length nobody knows, beside what it says itself.</summary>
    internal int MostSteps { get; init; } = int.MaxValue;

    /// <summary>
    /// Whether a fused batch norm keeps the variance of the batch itself, as all other forms do, and not that of which it is a sample
    /// (contract 0.3). RETURNN never does; it shows whether two forms differ in this alone.
    /// </summary>
    internal bool KeepsBatchVariance { get; init; }
}
