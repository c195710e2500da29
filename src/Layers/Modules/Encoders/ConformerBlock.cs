using System.Runtime.CompilerServices;

namespace NetDsl.Layers;

/// <summary>
/// A block of a Conformer (Gulati et al., 2020): half a feed-forward step, self-attention, convolution, half a feed-forward step, each
/// added to its input, and a layer norm.
/// </summary>
/// <example>
/// <code>
/// var model = Dim.Feature("model", 256);
/// var x = net.Add("in", new Linear(model)).Call(data);
/// var block = net.Add("block", new ConformerBlock(model, new() { Heads = 4 }));
/// net.Output(block.Call(x));
/// </code>
/// </example>
public sealed class ConformerBlock : Module, IStep
{
    /// <summary>A block; 22 layers.</summary>
    /// <param name="model">The feature dim that goes in and comes out; its size is a multiple of the heads.</param>
    /// <param name="settings">Its numbers.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public ConformerBlock(
        Dim model,
        ConformerSettings? settings = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
        : this(new ConformerDims(model, settings ??= new()), settings, file, line) { }

    internal ConformerBlock(ConformerDims dims, ConformerSettings settings, string file, int line)
    {
        Ff1 = new(dims, settings, file: file, line: line);
        Att = new(dims, settings, file: file, line: line);
        Conv = new(dims, settings, file: file, line: line);
        Ff2 = new(dims, settings, file: file, line: line);
        Norm = new(dims.Model, file: file, line: line);
    }

    /// <summary>The first feed-forward part.</summary>
    public ConformerFeedForward Ff1 { get; }

    /// <summary>The self-attention part.</summary>
    public ConformerAttention Att { get; }

    /// <summary>The convolution part.</summary>
    public ConformerConvolution Conv { get; }

    /// <summary>The second feed-forward part.</summary>
    public ConformerFeedForward Ff2 { get; }

    /// <summary>The last normalisation.</summary>
    public LayerNorm Norm { get; }

    /// <summary>Runs over a sequence; the same dims come out.</summary>
    /// <param name="x">Holds the batch dim, the dim to look along and the feature dim.</param>
    /// <param name="over">The dim to look along; the one dynamic dim if not given.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Tensor Call(Tensor x, Dim? over = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        using var call = Enter(x, file, line);
        return Norm.Call(Ff2.Call(Conv.Call(Att.Call(Ff1.Call(x), over), over)));
    }

    Tensor IStep.Call(Tensor x, string file, int line) => Call(x, file: file, line: line);
}
