namespace NetDsl;

/// <summary>How RETURNN trains the net: the rest of a whole config (contract 1.4). Only what is set is written.</summary>
/// <exception cref="ArgumentOutOfRangeException">A number of sequences, frames or epochs is below 1, or the learning rate is below 0.</exception>
public sealed record Training
{
    /// <summary>What RETURNN shall do: <c>train</c>, <c>eval</c>, <c>forward</c> or <c>search</c>.</summary>
    public string Task { get; init; } = "train";

    /// <summary>The data to train on.</summary>
    public Dataset? Train { get; init; }

    /// <summary>The data that decides on learning rates.</summary>
    public Dataset? Dev { get; init; }

    /// <summary>The data to evaluate on.</summary>
    public Dataset? Eval { get; init; }

    /// <summary>Frames a mini-batch: its longest sequence times its number of sequences. RETURNN's default of 1 helps nobody.</summary>
    public int BatchSize
    {
        get;
        init => field = AtLeastOne(value);
    } = 5000;

    /// <summary>Sequences a mini-batch, at most.</summary>
    public int? MaxSequences
    {
        get;
        init => field = value is { } sequences ? AtLeastOne(sequences) : null;
    }

    /// <summary>How many epochs.</summary>
    public int Epochs
    {
        get;
        init => field = AtLeastOne(value);
    } = 5;

    /// <summary>How gradients become steps; plain gradient descent if not set.</summary>
    public Optimizer? Optimizer { get; init; }

    /// <summary>The step width.</summary>
    public double LearningRate
    {
        get;
        init =>
            field = value is < 0 and > double.NegativeInfinity
                ? throw new ArgumentOutOfRangeException(nameof(value), value, message: null)
                : value;
    } = 0.001;

    /// <summary>How several processes train together; one alone if not set.</summary>
    public Distribution? Distribution { get; init; }

    /// <summary>Where checkpoints go: a path prefix.</summary>
    public string Model { get; init; } = "model/net";

    /// <summary>
    /// Which of RETURNN's defaults hold. 21 is the last that changes ordinary layers; above it RETURNN's own code
    /// fails in places (contract 0.9), below 16 dims are matched by size.
    /// </summary>
    public int BehaviorVersion { get; init; } = 21;

    /// <summary>Further top-level keys, written after the others in the order given.</summary>
    public IReadOnlyList<KeyValuePair<string, OptionValue>> Options { get; init; } = [];

    private static int AtLeastOne(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        return value;
    }
}
