using System.Runtime.CompilerServices;

namespace NetDsl.Layers;

/// <summary>
/// A convolution over one dim: for each place of a window, the sum of the entries there times those of a filter, and a bias.
/// </summary>
/// <remarks>
/// Written from building blocks, and emitted as one <c>conv</c> layer. Entries behind the end of a sequence are read as they are
/// where a window reaches there; make them zero with <see cref="Ops.MaskFrames"/> if that matters.
/// </remarks>
/// <example>
/// <code>
/// var hidden = Dim.Feature("hidden", 512);
/// var conv = net.Add("conv", new Conv1d(hidden, 5, stride: 2));
/// var depthwise = net.Add("depthwise", Conv1d.Depthwise(hidden, 31));
/// net.Output(depthwise.Call(Relu(conv.Call(data))));
/// </code>
/// </example>
public sealed class Conv1d : Module, IStep
{
    private readonly ConvFilter filter;
    private readonly ConvWindow window;

    /// <summary>A convolution over one dim.</summary>
    /// <param name="output">The feature dim that comes out.</param>
    /// <param name="filterSize">How many entries the window has.</param>
    /// <param name="input">The features that go in; inferred at the first call if not given.</param>
    /// <param name="padding">What becomes of the ends.</param>
    /// <param name="stride">How far the window moves.</param>
    /// <param name="dilation">How far apart the entries of a window are.</param>
    /// <param name="groups">Into how many groups the features are divided, which do not mix.</param>
    /// <param name="bias">Whether a bias is added.</param>
    /// <param name="initial">What the filter holds before the first step; Glorot-uniform if not given.</param>
    /// <param name="biasInitial">What the bias holds before the first step; 0 if not given.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">A number is below 1, or the groups do not divide the features.</exception>
    public Conv1d(
        Dim output,
        int filterSize,
        Dim? input = null,
        WindowPadding padding = WindowPadding.Same,
        int stride = 1,
        int dilation = 1,
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
        window = new ConvWindow([filterSize], padding, [stride], [dilation]);
        filter = new(nameof(Conv1d), output, input, window, groups, initial, made);
        Weight = filter.Weight;
    }

    /// <summary>The feature dim that comes out.</summary>
    public Dim Output => filter.Output;

    /// <summary>The features that go in; null until they are known.</summary>
    public Dim? Input => filter.Input;

    /// <summary>The filter <c>W</c>, shape [window, input / groups, output], Glorot-uniform unless said; null until the input dim is known.</summary>
    public Parameter? Weight { get; private set; }

    /// <summary>The bias <c>bias</c>, shape [output], 0 unless said; null if there is none.</summary>
    public Parameter? Bias { get; }

    /// <summary>A convolution of each feature by itself: as many groups as features, which stay the same dim.</summary>
    /// <param name="feature">The features, of fixed size.</param>
    /// <param name="filterSize">How many entries the window has.</param>
    /// <param name="padding">What becomes of the ends.</param>
    /// <param name="stride">How far the window moves.</param>
    /// <param name="dilation">How far apart the entries of a window are.</param>
    /// <param name="bias">Whether a bias is added.</param>
    /// <param name="initial">What the filter holds before the first step; Glorot-uniform if not given.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">A number is below 1, or the feature dim has no fixed size.</exception>
    public static Conv1d Depthwise(
        Dim feature,
        int filterSize,
        WindowPadding padding = WindowPadding.Same,
        int stride = 1,
        int dilation = 1,
        bool bias = true,
        Initializer? initial = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentNullException.ThrowIfNull(feature);
        var groups =
            feature.Size ?? throw new ArgumentException("Each feature is a group: their number must be fixed.");
        return new(feature, filterSize, feature, padding, stride, dilation, groups, bias, initial, null, file, line);
    }

    /// <summary>Convolves: the output dim takes the place of the input dim.</summary>
    /// <param name="x">Holds the batch dim, the input dim and the dim to move over; each further dim is dealt with as the batch.</param>
    /// <param name="spatial">The dim to move over; the one dynamic dim if not given.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>In the place of the spatial dim is what <see cref="LeftOf"/> says.</returns>
    /// <exception cref="ModelException">
    /// The tensor has no feature dim that the groups divide, or not exactly one dynamic dim and none was given.
    /// </exception>
    public Tensor Call(
        Tensor x,
        Dim? spatial = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        using var call = Enter(x, file, line);
        Dim[] dims = [spatial ?? x.RequireOneDynamic(nameof(Conv1d))];
        Weight = filter.EnsureWeight(x, dims);
        return filter.Apply(x, dims, Bias);
    }

    Tensor IStep.Call(Tensor x, string file, int line) => Call(x, file: file, line: line);

    /// <summary>
    /// What is left of a dim: <c>spatial.CeilDiv(stride)</c>, and if it is not padded what the window reaches beyond is taken from
    /// both ends first.
    /// </summary>
    /// <param name="spatial">The dim that the window moves over.</param>
    /// <exception cref="ArgumentException">Nothing is left.</exception>
    public Dim LeftOf(Dim spatial) => window.LeftOf(spatial, 0);
}
