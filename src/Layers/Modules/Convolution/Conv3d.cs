using System.Runtime.CompilerServices;

namespace NetDsl.Layers;

/// <summary>
/// A convolution over three dims: for each place of a window, the sum of the entries there times those of a filter, and a bias.
/// </summary>
/// <remarks>
/// Written from building blocks, and emitted as one <c>conv</c> layer. Entries behind the end of a sequence are read as they are
/// where a window reaches there; make them zero with <see cref="Ops.MaskFrames"/> if that matters.
/// </remarks>
/// <example>
/// <code>
/// var conv = net.Add("conv", new Conv3d(Dim.Feature("channels", 8), (3, 3, 3)));
/// var (width, height) = (Dim.Spatial("width", 16), Dim.Spatial("height", 12));
/// var video = net.Input("video", [Dim.Batch, time, height, width, Dim.Feature("rgb", 3)]);
/// net.Output(conv.Call(video, time, height, width), "filtered");
/// </code>
/// </example>
public sealed class Conv3d : Module
{
    private readonly ConvFilter filter;
    private readonly ConvWindow window;

    /// <summary>A convolution over three dims.</summary>
    /// <param name="output">The feature dim that comes out.</param>
    /// <param name="filterSize">How many entries the window has along each dim.</param>
    /// <param name="input">The features that go in; inferred at the first call if not given.</param>
    /// <param name="padding">What becomes of the ends.</param>
    /// <param name="strides">How far the window moves along each dim; 1 if not given.</param>
    /// <param name="dilations">How far apart the entries of a window are along each dim; 1 if not given.</param>
    /// <param name="groups">Into how many groups the features are divided, which do not mix.</param>
    /// <param name="bias">Whether a bias is added.</param>
    /// <param name="initial">What the filter holds before the first step; Glorot-uniform if not given.</param>
    /// <param name="biasInitial">What the bias holds before the first step; 0 if not given.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">A number is below 1, or the groups do not divide the features.</exception>
    public Conv3d(
        Dim output,
        (int First, int Second, int Third) filterSize,
        Dim? input = null,
        WindowPadding padding = WindowPadding.Same,
        (int First, int Second, int Third)? strides = null,
        (int First, int Second, int Third)? dilations = null,
        int groups = 1,
        bool bias = true,
        Initializer? initial = null,
        Initializer? biasInitial = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        var made = new SourceLocation(file, line);
        Bias = ConvFilter.MakeBias(output, bias, biasInitial, made);
        window = new ConvWindow(
            [filterSize.First, filterSize.Second, filterSize.Third],
            padding,
            [strides?.First ?? 1, strides?.Second ?? 1, strides?.Third ?? 1],
            [dilations?.First ?? 1, dilations?.Second ?? 1, dilations?.Third ?? 1]
        );
        filter = new(nameof(Conv3d), output, input, window, groups, initial, made);
        Weight = filter.Weight;
    }

    /// <summary>The feature dim that comes out.</summary>
    public Dim Output => filter.Output;

    /// <summary>The features that go in; null until they are known.</summary>
    public Dim? Input => filter.Input;

    /// <summary>The filter <c>W</c>, shape [window..., input / groups, output], Glorot-uniform unless said; null until the input dim is known.</summary>
    public Parameter? Weight { get; private set; }

    /// <summary>The bias <c>bias</c>, shape [output], 0 unless said; null if there is none.</summary>
    public Parameter? Bias { get; }

    /// <summary>Convolves: the output dim takes the place of the input dim.</summary>
    /// <param name="x">Holds the batch dim, the input dim and the dims to move over; each further dim is dealt with as the batch.</param>
    /// <param name="first">The first dim to move over.</param>
    /// <param name="second">The second dim to move over.</param>
    /// <param name="third">The third dim to move over.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>In the place of the spatial dims is what <see cref="LeftOf"/> says.</returns>
    /// <exception cref="ModelException">The tensor has no feature dim beside those, or none that the groups divide.</exception>
    public Tensor Call(
        Tensor x,
        Dim first,
        Dim second,
        Dim third,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        using var call = Enter(x, file, line);
        Dim[] dims = [first, second, third];
        Weight = filter.EnsureWeight(x, dims);
        return filter.Apply(x, dims, Bias);
    }

    /// <summary>
    /// What is left of the dims: <c>dim.CeilDiv(stride)</c>, and if they are not padded what the window reaches beyond is taken from
    /// both ends first.
    /// </summary>
    /// <param name="first">The first dim to move over.</param>
    /// <param name="second">The second dim to move over.</param>
    /// <param name="third">The third dim to move over.</param>
    /// <exception cref="ArgumentException">Nothing is left of one.</exception>
    public (Dim First, Dim Second, Dim Third) LeftOf(Dim first, Dim second, Dim third) =>
        (window.LeftOf(first, 0), window.LeftOf(second, 1), window.LeftOf(third, 2));
}
