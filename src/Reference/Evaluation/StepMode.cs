namespace NetDsl.Reference;

/// <summary>How a step is run.</summary>
/// <param name="IsTraining">The train flag.</param>
/// <param name="Seed">What the random numbers depend on, beside the names of layers.</param>
internal sealed record StepMode(bool IsTraining, int Seed = 1);
