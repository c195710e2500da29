using System.Runtime.CompilerServices;

namespace NetDsl.Layers;

/// <summary>
/// A Conformer (Gulati et al., 2020): a front end if there is one, a linear map to the feature dim of the model, and blocks.
/// </summary>
/// <remarks>Each block is 22 layers of RETURNN; the map is one.</remarks>
/// <example>
/// <code>
/// var model = Dim.Feature("model", 512);
/// var front = new ConvSubsampling([new(Dim.Feature("channels", 32)) { Strides = (3, 2) }]);
/// var encoder = net.Add("encoder", new ConformerEncoder(model, blocks: 12, front: front));
/// net.Output(encoder.Call(data));
/// </code>
/// </example>
public sealed class ConformerEncoder : Module, IStep
{
    private readonly double inputDropout;

    /// <summary>A Conformer.</summary>
    /// <param name="model">The feature dim that comes out; its size is a multiple of the heads.</param>
    /// <param name="blocks">How many blocks, at least 1.</param>
    /// <param name="settings">The numbers of each block.</param>
    /// <param name="front">What comes before the first map, such as subsampling by convolution.</param>
    /// <param name="inputDropout">How much is dropped of what the first block reads; one layer if above 0.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no block.</exception>
    public ConformerEncoder(
        Dim model,
        int blocks = 12,
        ConformerSettings? settings = null,
        ConvSubsampling? front = null,
        double inputDropout = 0.0,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(blocks, 1);
        this.inputDropout = inputDropout;
        Front = front;
        Input = new(model, file: file, line: line);
        var dims = new ConformerDims(model, settings ??= new());
        Blocks = [.. Enumerable.Range(0, blocks).Select(_ => new ConformerBlock(dims, settings, file, line))];
    }

    /// <summary>What comes before the first map; null for nothing.</summary>
    public ConvSubsampling? Front { get; }

    /// <summary>From the features to the feature dim of the model.</summary>
    public Linear Input { get; }

    /// <summary>The blocks, from the first to the last.</summary>
    public IReadOnlyList<ConformerBlock> Blocks { get; }

    /// <summary>Runs over a sequence; the feature dim of the model comes out, and the dim that the front end leaves of the frames.</summary>
    /// <param name="x">Holds the batch dim, one dynamic dim and a feature dim.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Tensor Call(Tensor x, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        CallBlocks(x, file, line)[^1];

    /// <summary>As <see cref="Call"/>, with what each block yields, so that losses can be put on inner ones.</summary>
    /// <param name="x">Holds the batch dim, one dynamic dim and a feature dim.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>One tensor for each block; the last is what <see cref="Call"/> answers.</returns>
    public IReadOnlyList<Tensor> CallBlocks(
        Tensor x,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        using var call = Enter(x, file, line);
        var y = Input.Call(Front is null ? x : Front.Call(x));
        y = OptionalDropout.Of(y, inputDropout);
        var results = new Tensor[Blocks.Count];
        for (var block = 0; block < results.Length; block++)
        {
            results[block] = y = Blocks[block].Call(y);
        }

        return results;
    }
}
