using System.Runtime.CompilerServices;

namespace NetDsl.Layers;

/// <summary>
/// A plain recurrent net (Elman, 1990), <c>h = tanh([x, h] W + b)</c>, along the one dynamic dim of its input. It has no primitive
/// form: RETURNN's unit <c>basicrnn</c>, which is TensorFlow's cell, is the building block.
/// </summary>
/// <remarks>
/// Variables: <c>rec/basic_rnn_cell/kernel</c> [input + output, output] and <c>rec/basic_rnn_cell/bias</c> [output].
/// </remarks>
/// <example><code>
/// var hidden = Dim.Feature("hidden", 512);
/// var rnn = net.Add("rnn", new VanillaRnn(hidden));
/// var states = rnn.Call(data);
/// net.Output(states);
/// </code></example>
public sealed class VanillaRnn : Module, IStep
{
    private readonly RecLayer layer;

    /// <summary>A plain recurrent net.</summary>
    /// <param name="output">The cells; the feature dim that comes out.</param>
    /// <param name="backward">Whether it runs from the end of each sequence to its start.</param>
    /// <param name="dropout">How often an entry of the input is dropped in training, each for itself, from 0 to below 1.</param>
    /// <param name="learnedInitialState">
    /// Whether the state before the first frame is trained: a number for each cell, 0 at first, in <c>rec/initial_var</c>.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not from 0 to below 1.</exception>
    public VanillaRnn(Dim output, bool backward = false, double dropout = 0.0, bool learnedInitialState = false)
    {
        ArgumentNullException.ThrowIfNull(output);
        layer = new(nameof(VanillaRnn), "basicrnn", output)
        {
            Backward = backward,
            Dropout = dropout,
            LearnedInitialState = learnedInitialState,
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
        Tensor? initial = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        using var call = Enter(x, file, line);
        return layer.Record([x], InitialState.Of(initial), new(file, line));
    }

    Tensor IStep.Call(Tensor x, string file, int line) => Call(x, initial: null, file, line);

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
        Tensor? initial = null,
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

    /// <summary>As <see cref="Call"/>, and answers the state after the last frame of each sequence, too.</summary>
    /// <param name="x">Holds the batch dim, one dynamic dim and a feature dim, and no other.</param>
    /// <param name="initial">The state before the first frame; 0, or what is trained, if not given.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The outputs; and the state, [batch, output]: a layer, if it is read.</returns>
    /// <exception cref="ModelException">The tensor has no feature dim, or not exactly one dynamic dim.</exception>
    public (Tensor Output, Tensor Last) CallWithState(
        Tensor x,
        Tensor? initial = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        using var call = Enter(x, file, line);
        var location = new SourceLocation(file, line);
        var result = layer.Record([x], InitialState.Of(initial), location);
        return (result, layer.LastState([result], x, "*", Output, location));
    }
}
