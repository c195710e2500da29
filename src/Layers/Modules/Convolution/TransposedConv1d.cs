using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NetDsl.Layers;

/// <summary>
/// A transposed convolution over one dim, which makes it longer: each entry is spread over a window by a filter, windows that overlap
/// are added, and a bias is added.
/// </summary>
/// <example>
/// <code>
/// var hidden = Dim.Feature("hidden", 512);
/// var down = net.Add("down", new Conv1d(hidden, 3, stride: 2)).Call(data);
/// var up = net.Add("up", new TransposedConv1d(hidden, 3, stride: 2)).Call(down);
/// net.Output(Slice(up, up.Dims[1], end: 10), "start");
/// </code>
/// </example>
public sealed class TransposedConv1d : Module, IStep
{
    private readonly Initializer initial;
    private readonly SourceLocation made;

    /// <summary>A transposed convolution over one dim.</summary>
    /// <param name="output">The feature dim that comes out.</param>
    /// <param name="filterSize">How many entries the window has.</param>
    /// <param name="stride">How many entries come of one.</param>
    /// <param name="input">The features that go in; inferred at the first call if not given.</param>
    /// <param name="padding">Whether what windows add at the end is cut off.</param>
    /// <param name="bias">Whether a bias is added.</param>
    /// <param name="initial">What the filter holds before the first step; Glorot-uniform if not given.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public TransposedConv1d(
        Dim output,
        int filterSize,
        int stride,
        Dim? input = null,
        WindowPadding padding = WindowPadding.Same,
        bool bias = true,
        Initializer? initial = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(filterSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, 1);
        made = new(file, line);
        Bias = ConvFilter.MakeBias(output, bias, initial: null, made);
        (Output, FilterSize, Stride, Padding) = (output, filterSize, stride, padding);
        this.initial = initial ?? Initializer.GlorotUniform;
        if (input is not null)
        {
            Prepare(input);
        }
    }

    /// <summary>The feature dim that comes out.</summary>
    public Dim Output { get; }

    /// <summary>The features that go in; null until they are known.</summary>
    public Dim? Input { get; private set; }

    /// <summary>How many entries the window has.</summary>
    public int FilterSize { get; }

    /// <summary>How many entries come of one.</summary>
    public int Stride { get; }

    /// <summary>Whether what windows add at the end is cut off.</summary>
    public WindowPadding Padding { get; }

    /// <summary>The filter <c>W_native_transposed_conv</c>, shape [window, 1, output, input], Glorot-uniform unless said; null until the input dim is known.</summary>
    public Parameter? Weight { get; private set; }

    /// <summary>The bias <c>bias</c>, shape [output], 0 unless said; null if there is none.</summary>
    public Parameter? Bias { get; }

    /// <summary>Makes a dim longer: the output dim takes the place of the input dim.</summary>
    /// <param name="x">Holds the batch dim, the input dim and the dim to make longer; each further dim is dealt with as the batch.</param>
    /// <param name="spatial">The dim to make longer; the one dynamic dim if not given.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>In the place of the spatial dim is what <see cref="LengthOf"/> says.</returns>
    /// <exception cref="ModelException">
    /// The tensor has no feature dim of fixed size beside, or not exactly one dynamic dim and none was given.
    /// </exception>
    public Tensor Call(
        Tensor x,
        Dim? spatial = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        using var call = Enter(x, file, line);
        const string Kind = nameof(TransposedConv1d);
        var axis = spatial ?? x.RequireOneDynamic(Kind);
        var weight = EnsureWeight(x, axis);
        var longer = LengthOf(axis);
        var rest = x.Dims.Except(axis, Input);
        var fault =
            AxisChecks.AlongEach(Kind, x, [axis, Input])
            ?? AxisChecks.HasBatch(Kind, x)
            ?? (x.Type == DataType.Float32 ? null : ShapeDiagnostics.WrongType(Kind, "a real number", x))
            ?? AxisChecks.AddedEach(Kind, x, rest, [longer, Output]);
        var options = OptionValue.Dict(
            ("filter", weight),
            ("filter_size", OptionValue.List(FilterSize)),
            ("strides", OptionValue.List(Stride)),
            ("padding", Padding == WindowPadding.Same ? "same" : "valid"),
            ("in_dim", Input),
            ("in_spatial_dims", OptionValue.List(axis)),
            ("out_dim", Output),
            ("with_bias", false),
            ("activation", OptionValue.None)
        );
        var shape = fault is null ? [.. rest, longer, Output] : x.Dims;
        var result = Layer.Function(
            "transposed_conv",
            [x],
            options,
            new(shape, DataType.Float32),
            new(file, line),
            fault
        );
        return Bias is null ? result : result + Bias;
    }

    Tensor IStep.Call(Tensor x, string file, int line) => Call(x, file: file, line: line);

    /// <summary>
    /// What a dim becomes: <c>spatial * stride</c>, and <c>filterSize - stride</c> more if the padding is
    /// <see cref="WindowPadding.Valid"/> and the window is larger than the stride.
    /// </summary>
    /// <param name="spatial">The dim to make longer.</param>
    public Dim LengthOf(Dim spatial) => SpatialDims.Transposed(spatial, FilterSize, Stride, Padding);

    [MemberNotNull(nameof(Input))]
    private Parameter EnsureWeight(Tensor x, Dim axis)
    {
        if (Input is null || Weight is null)
        {
            var input =
                x.Dims.Except(axis).Feature
                ?? throw Net.Stopped(ConvolutionDiagnostics.NoChannels(nameof(TransposedConv1d), [axis], x), x);
            if (input.Size is null)
            {
                throw Net.Stopped(ConvolutionDiagnostics.Groups(nameof(TransposedConv1d), 1, input, x), x);
            }

            Prepare(input);
        }

        return Weight;
    }

    // RETURNN keeps the filter as TensorFlow wants it, of a window over two axes, output before input; it goes by the sizes alone.
    [MemberNotNull(nameof(Input), nameof(Weight))]
    private void Prepare(Dim input)
    {
        Input = input;
        var row = ReferenceEquals(input, Output) ? Dim.Feature(Output.Name, Output.Size!.Value) : Output;
        Weight = new Parameter(
            [Dim.Spatial("kernel", FilterSize), Dim.Spatial("one", 1), row, input],
            initial,
            name: "W_native_transposed_conv",
            file: made.Path,
            line: made.Line
        );
    }
}
