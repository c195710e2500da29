using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using static NetDsl.Ops;

namespace NetDsl.Layers;

/// <summary>
/// Two linear maps with an activation between them, as in Transformers (Vaswani et al., 2017):
/// <c>dropout(activation(x W1 + b1)) W2 + b2</c>.
/// </summary>
/// <remarks>Each map is emitted as one layer, the first with the activation, the second with the dropout.</remarks>
/// <example><code>
/// var ff = net.Add("ff", new FeedForward(Dim.Feature("inner", 2048), activation: x => Swish(x), dropout: 0.1));
/// net.Output(data + ff.Call(data));
/// </code></example>
public sealed class FeedForward : Module, IStep
{
    private readonly Func<Tensor, Tensor> activation;
    private readonly SourceLocation made;

    /// <summary>Two linear maps.</summary>
    /// <param name="inner">The feature dim between them.</param>
    /// <param name="output">The feature dim that comes out; that of the first input unless given.</param>
    /// <param name="activation">What is between them; <see cref="Relu"/> unless given.</param>
    /// <param name="dropout">How many of the activations are dropped in training, from 0 to below 1.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate of dropout is below 0, or 1 or more.</exception>
    public FeedForward(
        Dim inner,
        Dim? output = null,
        Func<Tensor, Tensor>? activation = null,
        double dropout = 0.0,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        if (!(dropout is >= 0.0 and < 1.0))
        {
            throw new ArgumentOutOfRangeException(nameof(dropout), dropout, "A rate is from 0 to below 1.");
        }

        (Dropout, made) = (dropout, new(file, line));
        this.activation = activation ?? (x => Relu(x));
        Up = new Linear(inner, file: file, line: line);
        if (output is not null)
        {
            Prepare(output);
        }
    }

    /// <summary>The map to the dim between.</summary>
    public Linear Up { get; }

    /// <summary>The map to the dim that comes out; null until that is known.</summary>
    public Linear? Down { get; private set; }

    /// <summary>How many of the activations are dropped in training.</summary>
    public double Dropout { get; }

    /// <summary>Maps a tensor: the output dim takes the place of the feature dim.</summary>
    /// <param name="x">Holds a feature dim.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ModelException">The tensor has no feature dim.</exception>
    public Tensor Call(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        using var call = Enter(x, file, line);
        var down = EnsureDown(x);
        var hidden = activation(Up.Call(x, file, line));
        return down.Call(Dropout > 0 ? Ops.Dropout(hidden, Dropout) : hidden, file, line);
    }

    [MemberNotNull(nameof(Down))]
    private Linear EnsureDown(Tensor x)
    {
        if (Down is null)
        {
            Prepare(x.RequireFeature(nameof(FeedForward)));
        }

        return Down;
    }

    [MemberNotNull(nameof(Down))]
    private void Prepare(Dim output) => Down = new Linear(output, file: made.Path, line: made.Line);
}
