using System.Runtime.CompilerServices;

namespace NetDsl.Layers;

/// <summary>
/// A block of a Transformer decoder (Vaswani et al., 2017), normalised before each part: causal self-attention, attention to an
/// encoded source, and a feed-forward part, each added to its input.
/// </summary>
/// <remarks>
/// 23 layers, one less without dropout of attention weights,
/// one more with relative positions: RETURNN has one layer for attention to the own sequence, but none for that to another.
/// </remarks>
/// <example>
/// <code>
/// var model = Dim.Feature("model", 256);
/// var source = net.Input("source", [Dim.Batch, Dim.Dynamic("source_time"), Dim.Feature("encoded", 512)]);
/// var x = net.Add("in", new Linear(model)).Call(data);
/// net.Output(net.Add("block", new TransformerDecoderBlock(model)).Call(x, source));
/// </code>
/// </example>
public sealed class TransformerDecoderBlock : Module
{
    private readonly TransformerSettings settings;

    /// <summary>A block.</summary>
    /// <param name="model">The feature dim that goes in and comes out; its size is a multiple of the heads.</param>
    /// <param name="settings">Its numbers; it is causal whatever they say.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public TransformerDecoderBlock(
        Dim model,
        TransformerSettings? settings = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
        : this(new TransformerDims(model, settings ??= new()), settings, file, line) { }

    internal TransformerDecoderBlock(TransformerDims dims, TransformerSettings settings, string file, int line)
    {
        this.settings = settings;
        var model = dims.Model;
        AttNorm = new(model, file: file, line: line);
        Positions = settings.Clipping is { } clipping ? new(clipping) : null;
        Att = new(
            model,
            dims.Heads,
            causal: true,
            settings.AttentionDropout,
            Positions,
            input: model,
            file: file,
            line: line
        );
        AttOut = new(model, input: model, bias: false, file: file, line: line);
        CrossNorm = new(model, file: file, line: line);
        Cross = new(model, settings.Heads, dropout: settings.AttentionDropout, file: file, line: line);
        CrossOut = new(model, input: model, bias: false, file: file, line: line);
        FfNorm = new(model, file: file, line: line);
        Up = new(dims.Hidden, input: model, file: file, line: line);
        Down = new(model, input: dims.Hidden, file: file, line: line);
    }

    /// <summary>What is normalised before the self-attention.</summary>
    public LayerNorm AttNorm { get; }

    /// <summary>How far frames are apart; null for no relative positions.</summary>
    public RelativePositionalEncoding? Positions { get; }

    /// <summary>The heads of the self-attention, their results side by side.</summary>
    public SelfAttention Att { get; }

    /// <summary>Mixes what these heads have found.</summary>
    public Linear AttOut { get; }

    /// <summary>What is normalised before the attention to the source.</summary>
    public LayerNorm CrossNorm { get; }

    /// <summary>The heads of the attention to the source, their results side by side.</summary>
    public CrossAttention Cross { get; }

    /// <summary>Mixes what these heads have found.</summary>
    public Linear CrossOut { get; }

    /// <summary>What is normalised before the feed-forward part.</summary>
    public LayerNorm FfNorm { get; }

    /// <summary>From the feature dim to the hidden units.</summary>
    public Linear Up { get; }

    /// <summary>From the hidden units back.</summary>
    public Linear Down { get; }

    /// <summary>Runs over a sequence; the same dims come out.</summary>
    /// <param name="x">Holds the batch dim, the dim to look along and the feature dim.</param>
    /// <param name="source">Holds the batch dim, a dim of its own to look along, and a feature dim.</param>
    /// <param name="over">The dim of x to look along; its one dynamic dim if not given.</param>
    /// <param name="sourceOver">The dim of the source to look along; its one dynamic dim if not given.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Tensor Call(
        Tensor x,
        Tensor source,
        Dim? over = null,
        Dim? sourceOver = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        using var call = Enter(x, file, line);
        return Rest(x, Att.Call(AttNorm.Call(x), over), source, sourceOver);
    }

    /// <summary>Runs for one step of a loop, and keeps what it has read for the next. The parameters are those of <see cref="Call"/>.</summary>
    /// <param name="step">The step of the loop.</param>
    /// <param name="x">What it reads in this step: holds the batch dim and the feature dim.</param>
    /// <param name="source">Holds the batch dim, a dim of its own to look along, and a feature dim.</param>
    /// <param name="sourceOver">The dim of the source to look along; its one dynamic dim if not given.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="InvalidOperationException">It has relative positions, or the call is not right in the body of the loop.</exception>
    public Tensor Step(
        LoopStep step,
        Tensor x,
        Tensor source,
        Dim? sourceOver = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        using var call = Enter(x, file, line);
        return Rest(x, Att.Step(step, AttNorm.Call(x)), source, sourceOver);
    }

    private Tensor Rest(Tensor x, Tensor attended, Tensor source, Dim? sourceOver)
    {
        x += Dropped(AttOut.Call(OptionalDropout.Of(attended, settings.Dropout)));
        var read = Cross.Call(CrossNorm.Call(x), source, sourceOver);
        x += Dropped(CrossOut.Call(OptionalDropout.Of(read, settings.Dropout)));
        var hidden = settings.Activation(Up.Call(FfNorm.Call(x)));
        return x + Dropped(Down.Call(OptionalDropout.Of(hidden, settings.Dropout)));
    }

    private Tensor Dropped(Tensor part) => OptionalDropout.Of(part, settings.ResidualDropout);
}
