namespace NetDsl.Layers;

/// <summary>What all recurrent modules can be told about training them.</summary>
/// <example><code>
/// var regular = new RecurrentOptions { Dropout = 0.3, L2 = 1e-4 };
/// var encoder = net.Add("encoder", new BiLstm(hidden, LstmUnit.Native, options: regular));
/// net.Output(encoder.Call(data));
/// </code></example>
public sealed record RecurrentOptions
{
    /// <summary>The options that change nothing.</summary>
    internal static RecurrentOptions None { get; } = new();

    /// <summary>How often an entry of the input is dropped in training, from 0 to below 1; each entry for itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not from 0 to below 1.</exception>
    public double Dropout
    {
        get;
        init => field = Probability.Checked(value, nameof(Dropout));
    }

    /// <summary>
    /// The weight of the squares of all parameters in what is minimised, at least 0. Biases and initial states count, too: RETURNN
    /// sums over all that the layer has (contract 3.5).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public double L2
    {
        get;
        init =>
            field = double.IsFinite(value) && value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(L2));
    }

    /// <summary>
    /// Whether the state before the first frame is trained; it is 0 otherwise, and at first. One variable for each part of the
    /// state, with a number for each cell: <c>initial_h</c> and <c>initial_c</c> of an LSTM, else <c>initial_var</c>.
    /// </summary>
    public bool LearnedInitialState { get; init; }
}
