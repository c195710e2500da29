using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace NetDsl.Layers;

/// <summary>
/// Two LSTMs along the one dynamic dim of the input, one in the order of time and one against it (Schuster and Paliwal, 1997).
/// Their outputs are concatenated, forward first.
/// </summary>
/// <remarks>
/// Three layers: a <c>rec</c> for each direction, and a <c>copy</c> that joins them. <see cref="StackedBiLstm"/> does without the copy
/// between its layers.
/// </remarks>
/// <example><code>
/// var encoder = net.Add("encoder", new BiLstm(Dim.Feature("cells", 512), LstmUnit.Native));
/// var states = encoder.Call(data);
/// net.Output(states);
/// </code></example>
public sealed class BiLstm : Module, IStep
{
    /// <summary>An LSTM in both directions.</summary>
    /// <param name="cells">The cells of each direction; twice as many features come out.</param>
    /// <param name="unit">Who computes it.</param>
    /// <param name="recurrentDropout">How often a weight between the cells is dropped in training; the native unit only.</param>
    /// <param name="dropout">How often an entry of the input is dropped in training, from 0 to below 1; the same for both directions.</param>
    /// <exception cref="ArgumentException">The unit cannot do what is asked of it.</exception>
    public BiLstm(Dim cells, LstmUnit unit = LstmUnit.Standard, double recurrentDropout = 0.0, double dropout = 0.0)
    {
        ArgumentNullException.ThrowIfNull(cells);
        Forward = new(cells, unit, recurrentDropout: recurrentDropout, dropout: dropout);
        Backward = new(cells, unit, backward: true, recurrentDropout: recurrentDropout, dropout: dropout);
        Output = cells + cells;
    }

    /// <summary>The LSTM in the order of time.</summary>
    public Lstm Forward { get; }

    /// <summary>The LSTM against the order of time.</summary>
    public Lstm Backward { get; }

    /// <summary>The feature dim that comes out: the cells of both, <c>cells + cells</c>.</summary>
    public Dim Output { get; }

    /// <summary>Runs over a sequence: one output a frame, the output dim in place of the feature dim.</summary>
    /// <param name="x">Holds the batch dim, one dynamic dim and a feature dim.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ModelException">The tensor has no feature dim, or not exactly one dynamic dim.</exception>
    public Tensor Call(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        using var call = Enter(x, file, line);
        return Joined(Run([x], file, line), file, line);
    }

    /// <summary>Runs over sources as if they were concatenated; answers both directions, not yet joined.</summary>
    internal ImmutableArray<Tensor> Run(ImmutableArray<Tensor> sources, string file, int line)
    {
        using var call = Enter(sources[0], file, line);
        return [Forward.Run(sources, initial: null, file, line), Backward.Run(sources, initial: null, file, line)];
    }

    /// <summary>One tensor of both directions.</summary>
    internal Tensor Joined(ImmutableArray<Tensor> directions, string file, int line)
    {
        // Several sources are concatenated in the feature dim (contract 3.2).
        var dims = directions[0].Dims.Except(Forward.Output).Union([Output]);
        return Layer.Function(
            "copy",
            directions,
            OptionValue.Dict(("out_dim", Output)),
            new(dims, DataType.Float32),
            new(file, line)
        );
    }
}
