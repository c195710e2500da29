using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace NetDsl.Layers;

/// <summary>
/// Several bidirectional LSTMs, one after the other, and maxima over frames between them that make sequences shorter: the encoder
/// of many attention models (Zeyer et al., 2018).
/// </summary>
/// <remarks>
/// Two layers for each bidirectional LSTM, one for each maximum, and a <c>copy</c> that joins the last outputs if no maximum is taken
/// of them. A maximum takes in what is left of the last frames; frames behind the end of a sequence are 0 there.
/// </remarks>
/// <example><code>
/// var cells = Dim.Feature("cells", 512);
/// var encoder = net.Add("encoder", new StackedBiLstm(cells, layers: 6, LstmUnit.Native, pooling: [3, 2], dropout: 0.3));
/// var (states, shorter) = encoder.Call(data);
/// net.Output(states);
/// </code></example>
public sealed class StackedBiLstm : Module
{
    private readonly ImmutableArray<int> pooling;

    /// <summary>A stack of bidirectional LSTMs.</summary>
    /// <param name="cells">The cells of each direction in each layer; twice as many features come out.</param>
    /// <param name="layers">How many, at least 1.</param>
    /// <param name="unit">Who computes them.</param>
    /// <param name="pooling">Over how many frames the maximum is taken after each layer, from the first on; 1 and what is missing: none.</param>
    /// <param name="dropout">How often an entry is dropped in training between two layers, from 0 to below 1.</param>
    /// <param name="recurrentDropout">How often a weight between the cells is dropped in training; the native unit only.</param>
    /// <exception cref="ArgumentException">There are more numbers for pooling than layers, or the unit cannot do what is asked of it.</exception>
    public StackedBiLstm(
        Dim cells,
        int layers,
        LstmUnit unit = LstmUnit.Standard,
        IReadOnlyList<int>? pooling = null,
        double dropout = 0.0,
        double recurrentDropout = 0.0
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(layers, 1);
        this.pooling = Checked(pooling, layers);
        var built = new BiLstm[layers];
        for (var index = 0; index < layers; index++)
        {
            built[index] = new(cells, unit, recurrentDropout, index == 0 ? 0.0 : dropout);
        }

        Layers = built;
    }

    /// <summary>The layers, the first one first.</summary>
    public IReadOnlyList<BiLstm> Layers { get; }

    /// <summary>The feature dim that comes out: the cells of both directions.</summary>
    public Dim Output => Layers[^1].Output;

    /// <summary>Runs over a sequence.</summary>
    /// <param name="x">Holds the batch dim, one dynamic dim and a feature dim.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The outputs; and the dim in the place of time, divided by each number of the pooling and rounded up.</returns>
    /// <exception cref="ModelException">The tensor has no feature dim, or not exactly one dynamic dim.</exception>
    public (Tensor Output, Dim Time) Call(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        using var call = Enter(x, file, line);
        var time = x.RequireOneDynamic(nameof(StackedBiLstm));
        ImmutableArray<Tensor> sources = [x];
        for (var index = 0; index < Layers.Count; index++)
        {
            sources = Layers[index].Run(sources, file, line);
            var factor = index < pooling.Length ? pooling[index] : 1;
            if (factor > 1)
            {
                sources = [Maximum(sources, time, factor, new(file, line))];
                time = time.CeilDiv(factor);
            }
        }

        return (sources.Length == 1 ? sources[0] : Layers[^1].Joined(sources, file, line), time);
    }

    private Tensor Maximum(ImmutableArray<Tensor> directions, Dim time, int factor, SourceLocation location)
    {
        var rest = directions[0].Dims.Except(time, Layers[0].Forward.Output);

        // A mask would leave minus infinity behind the end of sequences, of which gradients become NaN.
        var options = OptionValue.Dict(
            ("mode", "max"),
            ("pool_size", OptionValue.List(factor)),
            ("strides", OptionValue.List(factor)),
            ("padding", "same"),
            ("in_spatial_dims", OptionValue.List(time)),
            ("use_time_mask", false)
        );
        Shape dims = [.. rest, time.CeilDiv(factor), Output];
        return Layer.Function("pool", directions, options, new(dims, DataType.Float32), location);
    }

    private static ImmutableArray<int> Checked(IReadOnlyList<int>? pooling, int layers)
    {
        foreach (var factor in pooling ?? [])
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(factor, 1, nameof(pooling));
        }

        return (pooling?.Count ?? 0) <= layers
            ? [.. pooling ?? []]
            : throw new ArgumentException($"There are {pooling!.Count} poolings for {layers} layers.", nameof(pooling));
    }
}
