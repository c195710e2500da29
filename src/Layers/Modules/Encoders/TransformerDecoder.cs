using System.Runtime.CompilerServices;

namespace NetDsl.Layers;

/// <summary>
/// A Transformer decoder (Vaswani et al., 2017): positions, blocks that also read an encoded source, and a last layer norm.
/// </summary>
/// <remarks>All frames at once, where the labels are known: what goes in are those before each place, embedded. <see cref="Step"/> for search.</remarks>
/// <example>
/// <code>
/// var model = Dim.Feature("model", 512);
/// var labels = net.Input("labels", [Dim.Batch, Dim.Dynamic("spelled")], sparse: Dim.Feature("bpe", 10_000));
/// var x = net.Add("embedding", new Embedding(model)).Call(labels);
/// net.Output(net.Add("decoder", new TransformerDecoder(model, blocks: 6)).Call(x, source: data));
/// </code>
/// </example>
public sealed class TransformerDecoder : Module
{
    /// <summary>A Transformer decoder.</summary>
    /// <param name="model">The feature dim that goes in and comes out; its size is a multiple of the heads.</param>
    /// <param name="blocks">How many blocks, at least 1.</param>
    /// <param name="settings">The numbers of each block; all are causal whatever they say.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no block.</exception>
    public TransformerDecoder(
        Dim model,
        int blocks = 6,
        TransformerSettings? settings = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(blocks, 1);
        settings ??= new();
        Positions = settings.AbsolutePositions ? new() : null;
        var dims = new TransformerDims(model, settings);
        Blocks = [.. Enumerable.Range(0, blocks).Select(_ => new TransformerDecoderBlock(dims, settings, file, line))];
        Norm = new(model, file: file, line: line);
    }

    /// <summary>Adds sines of the position; null for none.</summary>
    public PositionalEncoding? Positions { get; }

    /// <summary>The blocks, from the first to the last.</summary>
    public IReadOnlyList<TransformerDecoderBlock> Blocks { get; }

    /// <summary>The last normalisation.</summary>
    public LayerNorm Norm { get; }

    /// <summary>Runs over a sequence; the same dims come out.</summary>
    /// <param name="x">Holds the batch dim, the dim to look along and the feature dim of the model.</param>
    /// <param name="source">What the encoder found: holds the batch dim, a dim of its own to look along, and a feature dim.</param>
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
        var y = Positions is null ? x : Positions.Call(x, over);
        foreach (var block in Blocks)
        {
            y = block.Call(y, source, over, sourceOver);
        }

        return Norm.Call(y);
    }

    /// <summary>
    /// Runs for one step of a loop, and keeps what it has read for the next: so labels are searched. The parameters are those of
    /// <see cref="Call"/>.
    /// </summary>
    /// <param name="step">The step of the loop.</param>
    /// <param name="x">What it reads in this step: holds the batch dim and the feature dim of the model.</param>
    /// <param name="source">What the encoder found: holds the batch dim, a dim of its own to look along, and a feature dim.</param>
    /// <param name="sourceOver">The dim of the source to look along; its one dynamic dim if not given.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="InvalidOperationException">The call is not right in the body of the loop.</exception>
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
        var y = Positions is null ? x : Positions.Step(step, x);
        foreach (var block in Blocks)
        {
            y = block.Step(step, y, source, sourceOver);
        }

        return Norm.Call(y);
    }
}
