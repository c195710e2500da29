using System.Runtime.CompilerServices;
using static NetDsl.Ops;

namespace NetDsl.Layers;

/// <summary>
/// A residual block of two convolutions over two dims (He et al., 2016): <c>relu(norm(conv(relu(norm(conv(x))))) + x)</c>. Where channels
/// or strides change, what is added is <c>norm(conv(x))</c> with a filter of one entry.
/// </summary>
/// <example>
/// <code>
/// var (rgb, channels) = (Dim.Feature("rgb", 3), Dim.Feature("channels", 16));
/// var (width, height) = (Dim.Spatial("width", 16), Dim.Spatial("height", 12));
/// var image = net.Input("image", [Dim.Batch, height, width, rgb]);
/// net.Output(net.Add("block", new ResNetBlock(rgb, channels)).Call(image, height, width), "filtered");
/// </code>
/// </example>
public sealed class ResNetBlock : Module
{
    /// <summary>A residual block.</summary>
    /// <param name="input">The channels that go in.</param>
    /// <param name="output">The channels that come out.</param>
    /// <param name="strides">How far the first filter moves along each dim; 1 if not given.</param>
    /// <param name="filterSize">The size of both filters along each dim; 3 if not given.</param>
    /// <param name="masked">Whether frames behind the end of a sequence are left out of the statistics of the norms.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">A size or stride is below 1.</exception>
    public ResNetBlock(
        Dim input,
        Dim output,
        (int First, int Second)? strides = null,
        (int First, int Second)? filterSize = null,
        bool masked = false,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);

        // A shift in front of a norm is taken away by it again.
        var size = filterSize ?? (3, 3);
        Conv1 = new(output, size, input, strides: strides, bias: false, file: file, line: line);
        Norm1 = new(output, masked: masked, file: file, line: line);
        Conv2 = new(output, size, output, bias: false, file: file, line: line);
        Norm2 = new(output, masked: masked, file: file, line: line);
        if (!ReferenceEquals(input, output) || (strides ?? (1, 1)) != (1, 1))
        {
            Shortcut = new(output, (1, 1), input, strides: strides, bias: false, file: file, line: line);
            ShortcutNorm = new(output, masked: masked, file: file, line: line);
        }
    }

    /// <summary>The first convolution.</summary>
    public Conv2d Conv1 { get; }

    /// <summary>The norm behind it.</summary>
    public BatchNorm Norm1 { get; }

    /// <summary>The second convolution.</summary>
    public Conv2d Conv2 { get; }

    /// <summary>The norm behind it.</summary>
    public BatchNorm Norm2 { get; }

    /// <summary>The map of what is added; null if that is the input itself.</summary>
    public Conv2d? Shortcut { get; }

    /// <summary>The norm behind it; null if there is none.</summary>
    public BatchNorm? ShortcutNorm { get; }

    /// <summary>Runs the block; the channels that come out take the place of those that go in.</summary>
    /// <param name="x">Holds the batch dim, the input dim and the dims to move over.</param>
    /// <param name="first">The first dim to move over.</param>
    /// <param name="second">The second dim to move over.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>In the place of the spatial dims is <c>dim.CeilDiv(stride)</c>.</returns>
    public Tensor Call(
        Tensor x,
        Dim first,
        Dim second,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        using var call = Enter(x, file, line);
        var added = Shortcut is null ? x : ShortcutNorm!.Call(Shortcut.Call(x, first, second));
        var inner = Relu(Norm1.Call(Conv1.Call(x, first, second)));
        var (rows, columns) = Conv1.LeftOf(first, second);
        return Relu(Norm2.Call(Conv2.Call(inner, rows, columns)) + added);
    }
}
