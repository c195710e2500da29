using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace NetDsl.Layers;

/// <summary>
/// A long short-term memory (Hochreiter and Schmidhuber, 1997) along the one dynamic dim of its input. It has no primitive form:
/// RETURNN's <c>rec</c> layer is the building block.
/// </summary>
/// <remarks>
/// Variables: <see cref="LstmUnit.Standard"/> has <c>rec/lstm_cell/kernel</c> [input + output, 4 output] and
/// <c>rec/lstm_cell/bias</c> [4 output], <see cref="LstmUnit.Native"/> has <c>rec/W</c> [input, 4 output], <c>rec/W_re</c>
/// [output, 4 output] and <c>rec/b</c> [4 output].
/// </remarks>
/// <example><code>
/// var hidden = Dim.Feature("hidden", 512);
/// var lstm = net.Add("lstm", new Lstm(hidden, LstmUnit.Native));
/// var (frames, last) = lstm.CallWithState(data);
/// net.Output(frames);
/// net.Output(last.Hidden, "summary");
/// </code></example>
public sealed class Lstm : Module, IStep
{
    private readonly RecLayer layer;

    /// <summary>An LSTM.</summary>
    /// <param name="output">The cells; the feature dim that comes out.</param>
    /// <param name="unit">Who computes it.</param>
    /// <param name="backward">Whether it runs from the end of each sequence to its start.</param>
    /// <param name="forgetBias">
    /// Always added to the forget gate, besides the trained bias; 1 if not given. The native unit has none.
    /// </param>
    /// <param name="recurrentDropout">
    /// How often a weight between the cells is dropped in training (Merity et al., 2017), from 0 to below 1; the native unit only.
    /// </param>
    /// <param name="dropout">How often an entry of the input is dropped in training, each for itself, from 0 to below 1.</param>
    /// <param name="learnedInitialState">
    /// Whether the state before the first frame is trained: a number for each cell, 0 at first, in <c>rec/initial_h</c> and <c>rec/initial_c</c>.
    /// </param>
    /// <exception cref="ArgumentException">The unit cannot do what is asked of it.</exception>
    public Lstm(
        Dim output,
        LstmUnit unit = LstmUnit.Standard,
        bool backward = false,
        double? forgetBias = null,
        double recurrentDropout = 0.0,
        double dropout = 0.0,
        bool learnedInitialState = false
    )
    {
        ArgumentNullException.ThrowIfNull(output);
        layer = new(nameof(Lstm), Name(unit), output)
        {
            Backward = backward,
            Dropout = dropout,
            LearnedInitialState = learnedInitialState,
            UnitOptions = UnitOptions(
                unit,
                forgetBias,
                Probability.Checked(recurrentDropout, nameof(recurrentDropout))
            ),
        };
        Unit = unit;
    }

    /// <summary>The feature dim that comes out.</summary>
    public Dim Output => layer.Output;

    /// <summary>Who computes it.</summary>
    public LstmUnit Unit { get; }

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
    ) => Run([x], initial, file, line);

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

    /// <summary>Runs for one step of a loop, and keeps its state for the next. The parameters are those of <see cref="Call"/>.</summary>
    /// <param name="step">The step of the loop.</param>
    /// <param name="x">What it reads in this step; several are as if they were concatenated in the feature dim.</param>
    /// <param name="initial">The state before the first step, known outside of the loop; 0, or what is trained, if not given.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="InvalidOperationException">It runs backward, or the call is not right in the body of the loop.</exception>
    public Tensor Step(
        LoopStep step,
        IReadOnlyList<Tensor> x,
        LstmState? initial = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentOutOfRangeException.ThrowIfZero(x.Count, nameof(x));
        using var call = Enter(x[0], file, line);
        return layer.RecordStep(step, [.. x], InitialState.Of(initial), new(file, line));
    }

    /// <summary>Runs over sources as if they were concatenated in the feature dim.</summary>
    internal Tensor Run(ImmutableArray<Tensor> sources, LstmState? initial, string file, int line)
    {
        using var call = Enter(sources[0], file, line);
        return layer.Record(sources, InitialState.Of(initial), new(file, line));
    }

    private static string Name(LstmUnit unit) => unit == LstmUnit.Native ? "nativelstm2" : "standardlstm";

    private static DictValue UnitOptions(LstmUnit unit, double? forgetBias, double recurrentDropout)
    {
        var isNative = unit == LstmUnit.Native;
        if (isNative && forgetBias is not (null or 0))
        {
            throw new ArgumentException("LstmUnit.Native has no forget bias but the trained one.", nameof(forgetBias));
        }

        if (!isNative && recurrentDropout > 0)
        {
            throw new ArgumentException("Only LstmUnit.Native drops recurrent weights.", nameof(recurrentDropout));
        }

        return recurrentDropout > 0 ? OptionValue.Dict(("rec_weight_dropout", recurrentDropout))
            : !isNative && forgetBias is { } bias ? OptionValue.Dict(("forget_bias", bias))
            : DictValue.Empty;
    }
}
