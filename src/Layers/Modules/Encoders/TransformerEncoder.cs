using System.Runtime.CompilerServices;

namespace NetDsl.Layers;

/// <summary>A Transformer encoder (Vaswani et al., 2017): positions, blocks that are normalised before each part, and a last layer norm.</summary>
/// <example>
/// <code>
/// var model = Dim.Feature("model", 512);
/// var x = net.Add("in", new Linear(model)).Call(data);
/// var encoder = net.Add("encoder", new TransformerEncoder(model, blocks: 6));
/// net.Output(encoder.Call(x));
/// </code>
/// </example>
public sealed class TransformerEncoder : Module, IStep
{
    /// <summary>A Transformer encoder.</summary>
    /// <param name="model">The feature dim that goes in and comes out; its size is a multiple of the heads.</param>
    /// <param name="blocks">How many blocks, at least 1.</param>
    /// <param name="settings">The numbers of each block.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no block.</exception>
    public TransformerEncoder(
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
        Blocks = [.. Enumerable.Range(0, blocks).Select(_ => new TransformerBlock(dims, settings, file, line))];
        Norm = new(model, file: file, line: line);
    }

    /// <summary>Adds sines of the position; null for none.</summary>
    public PositionalEncoding? Positions { get; }

    /// <summary>The blocks, from the first to the last.</summary>
    public IReadOnlyList<TransformerBlock> Blocks { get; }

    /// <summary>The last normalisation.</summary>
    public LayerNorm Norm { get; }

    /// <summary>Runs over a sequence; the same dims come out.</summary>
    /// <param name="x">Holds the batch dim, the dim to look along and the feature dim of the model.</param>
    /// <param name="over">The dim to look along; the one dynamic dim if not given.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Tensor Call(Tensor x, Dim? over = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        using var call = Enter(x, file, line);
        var y = Positions is null ? x : Positions.Call(x, over);
        foreach (var block in Blocks)
        {
            y = block.Call(y, over);
        }

        return Norm.Call(y);
    }

    Tensor IStep.Call(Tensor x, string file, int line) => Call(x, file: file, line: line);
}
