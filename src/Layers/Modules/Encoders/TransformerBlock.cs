using System.Runtime.CompilerServices;

namespace NetDsl.Layers;

/// <summary>
/// A block of a Transformer encoder (Vaswani et al., 2017), normalised before each part: <c>x + out(attention(norm(x)))</c>, then
/// <c>x + down(activation(up(norm(x))))</c>.
/// </summary>
/// <example>
/// <code>
/// var model = Dim.Feature("model", 256);
/// var x = net.Add("in", new Linear(model)).Call(data);
/// var block = net.Add("block", new TransformerBlock(model, new() { Heads = 4, Causal = true }));
/// net.Output(block.Call(x));
/// </code>
/// </example>
public sealed class TransformerBlock : Module, IStep
{
    private readonly TransformerSettings settings;

    /// <summary>A block; 8 layers, 9 with relative positions.</summary>
    /// <param name="model">The feature dim that goes in and comes out; its size is a multiple of the heads.</param>
    /// <param name="settings">Its numbers.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public TransformerBlock(
        Dim model,
        TransformerSettings? settings = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
        : this(new TransformerDims(model, settings ??= new()), settings, file, line) { }

    internal TransformerBlock(TransformerDims dims, TransformerSettings settings, string file, int line)
    {
        this.settings = settings;
        var model = dims.Model;
        AttNorm = new(model, file: file, line: line);
        Positions = settings.Clipping is { } clipping ? new(clipping) : null;
        Att = new(
            model,
            dims.Heads,
            settings.Causal,
            settings.AttentionDropout,
            Positions,
            input: model,
            file: file,
            line: line
        );
        AttOut = new(model, input: model, bias: false, file: file, line: line);
        FfNorm = new(model, file: file, line: line);
        Up = new(dims.Hidden, input: model, file: file, line: line);
        Down = new(model, input: dims.Hidden, file: file, line: line);
    }

    /// <summary>What is normalised before the attention.</summary>
    public LayerNorm AttNorm { get; }

    /// <summary>How far frames are apart; null for no relative positions.</summary>
    public RelativePositionalEncoding? Positions { get; }

    /// <summary>The heads, their results side by side.</summary>
    public SelfAttention Att { get; }

    /// <summary>Mixes what the heads have found.</summary>
    public Linear AttOut { get; }

    /// <summary>What is normalised before the feed-forward part.</summary>
    public LayerNorm FfNorm { get; }

    /// <summary>From the feature dim to the hidden units.</summary>
    public Linear Up { get; }

    /// <summary>From the hidden units back.</summary>
    public Linear Down { get; }

    /// <summary>Runs over a sequence; the same dims come out.</summary>
    /// <param name="x">Holds the batch dim, the dim to look along and the feature dim.</param>
    /// <param name="over">The dim to look along; the one dynamic dim if not given.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Tensor Call(Tensor x, Dim? over = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        using var call = Enter(x, file, line);
        var found = Att.Call(AttNorm.Call(x), over);
        x += Dropped(AttOut.Call(OptionalDropout.Of(found, settings.Dropout)));
        var hidden = settings.Activation(Up.Call(FfNorm.Call(x)));
        return x + Dropped(Down.Call(OptionalDropout.Of(hidden, settings.Dropout)));
    }

    Tensor IStep.Call(Tensor x, string file, int line) => Call(x, file: file, line: line);

    private Tensor Dropped(Tensor part) => OptionalDropout.Of(part, settings.ResidualDropout);
}
