using System.Runtime.CompilerServices;

namespace NetDsl.Layers;

/// <summary>
/// A vector for each distance between a query and a key, which attention adds to the key (Shaw, Uszkoreit and Vaswani, 2018).
/// Learned, or sines of fixed wave lengths. It has no primitive form: RETURNN's layer is the building block.
/// </summary>
/// <example>
/// <code>
/// var hidden = Dim.Feature("hidden", 512);
/// var attention = net.Add("attention", new SelfAttention(hidden, heads: 8, relative: new RelativePositionalEncoding()));
/// net.Output(attention.Call(data));
/// </code>
/// </example>
public sealed class RelativePositionalEncoding : Module
{
    private const int SmallestSines = 4;

    private int? width;

    /// <summary>An encoding of distances.</summary>
    /// <param name="clipping">The farthest distance that is told from those beyond it, on either side; at least 1.</param>
    /// <param name="sinusoidal">Whether it is made of sines, with nothing to learn.</param>
    /// <param name="initial">What the learned vectors begin as; Glorot-uniform unless given.</param>
    public RelativePositionalEncoding(int clipping = 16, bool sinusoidal = false, Initializer? initial = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(clipping);
        (Clipping, Sinusoidal, Initial) = (clipping, sinusoidal, initial ?? Initializer.GlorotUniform);
    }

    /// <summary>The farthest distance that is told from those beyond it.</summary>
    public int Clipping { get; }

    /// <summary>Whether it is made of sines; otherwise it is learned: <c>encoding_matrix</c>, shape [2 * clipping + 1, features].</summary>
    public bool Sinusoidal { get; }

    /// <summary>What the learned vectors begin as.</summary>
    public Initializer Initial { get; }

    /// <summary>The vectors for all pairs of a query and a key: their places and features, the same for the whole batch.</summary>
    /// <param name="x">Holds the dim of the queries.</param>
    /// <param name="queries">The dim along which the queries are.</param>
    /// <param name="keys">The dim along which the keys are; it has its lengths from a tensor that was made before.</param>
    /// <param name="features">The features of a key.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Tensor Call(
        Tensor x,
        Dim queries,
        Dim keys,
        Dim features,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        using var call = Enter(x, file, line);
        var options = Common(features).With("query_spatial_dim", queries).With("key_value_spatial_dim", keys);
        var node = new LayerNode(
            "relative_positional_encoding",
            [x],
            WithVectors(options),
            new([queries, keys, features], DataType.Float32),
            []
        )
        {
            HasVariables = !Sinusoidal,
            NamedAsModule = true,
            Fault = x.Dims.Contains(queries)
                ? FaultOf(features)
                : ShapeDiagnostics.NoSuchDim(nameof(RelativePositionalEncoding), [queries], x),
        };
        return Layer.Record(node, new(file, line));
    }

    /// <summary>
    /// The vectors of one step of a loop: for its own frame and all before it. RETURNN makes dims for these two axes, of one query and of a
    /// key for each step, which nothing but its own attention reads (rec.py, RelativePositionalEncodingLayer).
    /// </summary>
    internal Tensor Step(Tensor x, Dim features, string file, int line)
    {
        using var call = Enter(x, file, line);
        var node = new LayerNode(
            "relative_positional_encoding",
            [x],
            WithVectors(Common(features)),
            new([features], DataType.Float32),
            []
        )
        {
            HasVariables = !Sinusoidal,
            NamedAsModule = true,
            KeepsState = true,
            ShapeIsVerifiable = false,
            Fault = FaultOf(features),
        };
        return Layer.Record(node, new(file, line));
    }

    private DictValue Common(Dim features) => OptionValue.Dict(("out_dim", features), ("clipping", Clipping));

    private DictValue WithVectors(DictValue options) =>
        Sinusoidal ? options.With("fixed", true) : options.With("forward_weights_init", Initial.Value);

    private Diagnostic? FaultOf(Dim features)
    {
        var size = features.Size!.Value;
        var first = width ??= size;
        return Sinusoidal && size < SmallestSines
                ? AttentionDiagnostics.TooNarrow(nameof(RelativePositionalEncoding), features)
            : !Sinusoidal && first != size ? AttentionDiagnostics.OtherWidth(first, size)
            : null;
    }
}
