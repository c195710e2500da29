namespace NetDsl.Reference;

/// <summary>One batch of random numbers for one form; each step is computed when it is asked for, and once.</summary>
internal sealed class BatchRun
{
    private readonly Form form;
    private readonly Dictionary<StepMode, Evaluation> steps = [];

    /// <param name="form">The form.</param>
    /// <param name="seed">What the numbers depend on, beside names.</param>
    /// <param name="sequences">How many sequences there are.</param>
    /// <param name="other">The same batch for another form; what both have is the same.</param>
    internal BatchRun(Form form, int seed, int sequences, BatchRun? other = null)
    {
        this.form = form;
        Seed = seed;
        Feed = form.Feed(seed, sequences, other?.Feed);
    }

    /// <summary>What the random numbers depend on.</summary>
    internal int Seed { get; }

    /// <summary>The numbers.</summary>
    internal Feed Feed { get; }

    /// <summary>What the form computes of them.</summary>
    internal Evaluation Step(StepMode mode)
    {
        if (!steps.TryGetValue(mode, out var evaluation))
        {
            steps.Add(mode, evaluation = form.Run(Feed, mode));
        }

        return evaluation;
    }
}
