using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using static NetDsl.Ops;

namespace NetDsl.Layers;

/// <summary>
/// A jump block of a LACE net, layer-wise context expansion with attention (Yu et al., 2016): a convolution with strides, then
/// convolutions whose input is added to their output, each <c>relu(norm(conv(x)) + x)</c>; last each entry is weighted.
/// </summary>
/// <remarks>
/// The weights are the attention: one for each entry of the dims of fixed size in the result. Over windows of fixed length those are
/// time, features and channels, over whole sequences the latter two.
/// </remarks>
/// <example>
/// <code>
/// var block = net.Add("block", new LaceBlock(Dim.Feature("c1", 32)));
/// var y = block.Call(ExpandDim(data, Dim.Feature("channel", 1)), time, features);
/// var (frames, bands) = block.LeftOf(time, features);
/// net.Output(MergeDims(y, [bands, block.Output]));
/// </code>
/// </example>
public sealed class LaceBlock : Module
{
    private readonly SourceLocation made;

    /// <summary>A jump block.</summary>
    /// <param name="output">The channels that come out.</param>
    /// <param name="jumps">How many convolutions add their input.</param>
    /// <param name="strides">How far the first filter moves along each dim; 2 if not given.</param>
    /// <param name="filterSize">The size of all filters along each dim; 3 if not given.</param>
    /// <param name="masked">Whether frames behind the end of a sequence are left out of the statistics of the norms.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">A size or stride is below 1, or the number of jumps below 0.</exception>
    public LaceBlock(
        Dim output,
        int jumps = 4,
        (int First, int Second)? strides = null,
        (int First, int Second)? filterSize = null,
        bool masked = false,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentOutOfRangeException.ThrowIfNegative(jumps);
        (Output, made) = (output, new(file, line));
        var size = filterSize ?? (3, 3);
        var convs = ImmutableArray.CreateBuilder<Conv2d>(jumps + 1);
        var norms = ImmutableArray.CreateBuilder<BatchNorm>(jumps + 1);
        convs.Add(new(output, size, strides: strides ?? (2, 2), bias: false, file: file, line: line));
        norms.Add(new(output, masked: masked, file: file, line: line));
        for (var jump = 0; jump < jumps; jump++)
        {
            convs.Add(new(output, size, output, bias: false, file: file, line: line));
            norms.Add(new(output, masked: masked, file: file, line: line));
        }

        (Convs, Norms) = (convs.MoveToImmutable(), norms.MoveToImmutable());
    }

    /// <summary>The channels that come out.</summary>
    public Dim Output { get; }

    /// <summary>The convolutions: the one with strides, then one for each jump.</summary>
    public IReadOnlyList<Conv2d> Convs { get; }

    /// <summary>The norms behind them.</summary>
    public IReadOnlyList<BatchNorm> Norms { get; }

    /// <summary>The weights of the entries, 1 before the first step, shape as the remarks say; null until the first call.</summary>
    public Parameter? Attention { get; private set; }

    /// <summary>Runs the block; the output dim takes the place of the channels that go in.</summary>
    /// <param name="x">Holds the batch dim, a feature dim for the channels and the dims to move over.</param>
    /// <param name="first">The first dim to move over.</param>
    /// <param name="second">The second dim to move over.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>In the place of the spatial dims is what <see cref="LeftOf"/> says.</returns>
    /// <exception cref="ModelException">The tensor has no feature dim beside those.</exception>
    public Tensor Call(
        Tensor x,
        Dim first,
        Dim second,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        using var call = Enter(x, file, line);
        x = Relu(Norms[0].Call(Convs[0].Call(x, first, second)));
        var (rows, columns) = LeftOf(first, second);
        for (var jump = 1; jump < Convs.Count; jump++)
        {
            x = Relu(Norms[jump].Call(Convs[jump].Call(x, rows, columns)) + x);
        }

        return x * (Attention ??= MakeAttention(x.Dims));
    }

    /// <summary>What is left of the dims.</summary>
    /// <param name="first">The first dim to move over.</param>
    /// <param name="second">The second dim to move over.</param>
    public (Dim First, Dim Second) LeftOf(Dim first, Dim second) => Convs[0].LeftOf(first, second);

    private Parameter MakeAttention(Shape result)
    {
        var dims = ImmutableArray.CreateBuilder<Dim>();
        foreach (var dim in result)
        {
            if (dim.Size is not null)
            {
                dims.Add(dim);
            }
        }

        return new(Shape.Create(dims.ToArray()), 1.0, name: "attention", file: made.Path, line: made.Line);
    }
}
