using System.Runtime.CompilerServices;

namespace NetDsl.Layers;

/// <summary>
/// An LSTM that keeps parts of its last state by chance in training (zoneout; Krueger et al., 2016), and a mixture of last and new
/// state otherwise. It has no primitive form: RETURNN's unit <c>zoneoutlstm</c> is the building block.
/// </summary>
/// <remarks>
/// What comes out is what the next frame sees, as in the paper. Variables as of <see cref="LstmUnit.Standard"/>:
/// <c>rec/lstm_cell/kernel</c> [input + output, 4 output] and <c>rec/lstm_cell/bias</c> [4 output], forget bias 1.
/// </remarks>
/// <example><code>
/// var hidden = Dim.Feature("hidden", 512);
/// var decoder = net.Add("decoder", new ZoneoutLstm(hidden, cell: 0.15, hidden: 0.05));
/// var states = decoder.Call(data);
/// net.Output(states);
/// </code></example>
public sealed class ZoneoutLstm : Module, IStep
{
    private readonly RecLayer layer;

    /// <summary>A zoneout LSTM.</summary>
    /// <param name="output">The cells; the feature dim that comes out.</param>
    /// <param name="cell">How often the sum in a cell is kept, from 0 to below 1.</param>
    /// <param name="hidden">How often an output is kept, from 0 to below 1.</param>
    /// <param name="backward">Whether it runs from the end of each sequence to its start.</param>
    /// <param name="dropout">How often an entry of the input is dropped in training, each for itself, from 0 to below 1.</param>
    /// <param name="learnedInitialState">
    /// Whether the state before the first frame is trained: a number for each cell, 0 at first, in <c>rec/initial_h</c> and <c>rec/initial_c</c>.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is not from 0 to below 1.</exception>
    public ZoneoutLstm(
        Dim output,
        double cell = 0.0,
        double hidden = 0.0,
        bool backward = false,
        double dropout = 0.0,
        bool learnedInitialState = false
    )
    {
        ArgumentNullException.ThrowIfNull(output);
        layer = new(nameof(ZoneoutLstm), "zoneoutlstm", output)
        {
            Backward = backward,
            Dropout = dropout,
            LearnedInitialState = learnedInitialState,
            UnitOptions = OptionValue.Dict(
                ("zoneout_factor_cell", Probability.Checked(cell, nameof(cell))),
                ("zoneout_factor_output", Probability.Checked(hidden, nameof(hidden))),
                // Another default below behavior version 17 (contract 1.5).
                ("use_zoneout_output", true)
            ),
        };
    }

    /// <summary>The feature dim that comes out.</summary>
    public Dim Output => layer.Output;

    /// <summary>Whether it runs from the end of each sequence to its start.</summary>
    public bool Backward => layer.Backward;

    /// <summary>Runs over a sequence: one output a frame, the output dim in place of the feature dim.</summary>
    /// <param name="x">Holds the batch dim, one dynamic dim and a feature dim.</param>
    /// <param name="initial">The state before the first frame; 0, or what is trained, if not given.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ModelException">The tensor has no feature dim, or not exactly one dynamic dim.</exception>
    public Tensor Call(
        Tensor x,
        LstmState? initial = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        using var call = Enter(x, file, line);
        return layer.Record([x], InitialState.Of(initial), new(file, line));
    }

    Tensor IStep.Call(Tensor x, string file, int line) => Call(x, initial: null, file, line);

    /// <summary>As <see cref="Call"/>, and answers the state after the last frame of each sequence, too.</summary>
    /// <param name="x">Holds the batch dim, one dynamic dim and a feature dim, and no other.</param>
    /// <param name="initial">The state before the first frame; 0, or what is trained, if not given.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The outputs; and the state, [batch, output] each: a layer each, if it is read.</returns>
    /// <exception cref="ModelException">The tensor has no feature dim, or not exactly one dynamic dim.</exception>
    public (Tensor Output, LstmState Last) CallWithState(
        Tensor x,
        LstmState? initial = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        using var call = Enter(x, file, line);
        var location = new SourceLocation(file, line);
        var result = layer.Record([x], InitialState.Of(initial), location);
        return (
            result,
            new(
                layer.LastState([result], x, "h", Output, location),
                layer.LastState([result], x, "c", Output, location)
            )
        );
    }
}
