using System.Runtime.CompilerServices;
using static NetDsl.Ops;

namespace NetDsl.Layers;

/// <summary>
/// Log-mel features of raw audio: of each frame the power of its spectrum, summed over overlapping triangles on the mel scale, as a
/// logarithm to base 10 of at least 1e-10.
/// </summary>
/// <remarks>
/// Six layers, none of them with parameters: <c>stft</c> (a Hann window of the frame's size), its absolute value, the square,
/// <c>mel_filterbank</c>, <c>safe_log</c>, and the change of base. The mel scale is 1125 ln(1 + f / 700) (Huang et al., 2001), from 0 to
/// half the sample rate. Only frames that lie wholly within the signal come out.
/// </remarks>
/// <example><code>
/// var audio = net.Input("audio", [Dim.Batch, Dim.Dynamic("samples"), Dim.Feature("channel", 1)]);
/// var (mel, frames) = net.Add("features", new LogMel(Dim.Feature("mel", 80))).Call(audio);
/// net.Output(mel);
/// net.Output(ReduceMean(mel, [frames]), "mean");
/// </code></example>
public sealed class LogMel : Module
{
    private const double Floor = 1e-10;
    private readonly Dim bins;

    /// <summary>Log-mel features.</summary>
    /// <param name="output">The mel filters; the feature dim that comes out.</param>
    /// <param name="sampleRate">Samples a second, at least 1.</param>
    /// <param name="frameSize">Samples of a frame, at least 1; a fortieth of a second if not given.</param>
    /// <param name="frameShift">Samples from the start of one frame to that of the next, at least 1; a hundredth of a second if not given.</param>
    /// <param name="fftSize">To how many samples a frame is filled up with zeros; the next power of 2 from the frame size on, if not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    public LogMel(
        Dim output,
        int sampleRate = 16_000,
        int? frameSize = null,
        int? frameShift = null,
        int? fftSize = null
    )
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1);
        (Output, SampleRate) = (output, sampleRate);
        FrameSize = frameSize ?? Math.Max(sampleRate / 40, 1);
        FrameShift = frameShift ?? Math.Max(sampleRate / 100, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(FrameSize, 1, nameof(frameSize));
        ArgumentOutOfRangeException.ThrowIfLessThan(FrameShift, 1, nameof(frameShift));
        FftSize = fftSize ?? PowerOfTwoFrom(FrameSize);
        ArgumentOutOfRangeException.ThrowIfLessThan(FftSize, FrameSize, nameof(fftSize));
        bins = Dim.Feature("bins", (FftSize / 2) + 1);
    }

    /// <summary>The feature dim that comes out.</summary>
    public Dim Output { get; }

    /// <summary>Samples a second.</summary>
    public int SampleRate { get; }

    /// <summary>Samples of a frame.</summary>
    public int FrameSize { get; }

    /// <summary>Samples from the start of one frame to that of the next.</summary>
    public int FrameShift { get; }

    /// <summary>Samples of a frame with the zeros behind it.</summary>
    public int FftSize { get; }

    /// <summary>Features of a signal.</summary>
    /// <param name="audio">Holds the batch dim and the dynamic dim of the samples; a feature dim of 1 may be there, and goes away.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The features, [batch, frames, output]; and the dim of the frames.</returns>
    /// <exception cref="ModelException">The tensor has other dims.</exception>
    public (Tensor Features, Dim Frames) Call(
        Tensor audio,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        using var call = Enter(audio, file, line);
        var location = new SourceLocation(file, line);
        var samples = audio.RequireOneDynamic(nameof(LogMel));
        var channels = audio.Dims.Except(Dim.Batch, samples);
        if (!audio.Dims.Contains(Dim.Batch) || channels.Count > 1 || (channels.Count == 1 && channels[0].Size != 1))
        {
            throw Net.Stopped(FeatureDiagnostics.NotASignal(nameof(LogMel), audio), audio);
        }

        var frames = SpatialDims.Windowed(samples, FrameSize, FrameShift, dilation: 1, WindowPadding.Valid)!;
        var power = Square(Magnitude(audio, samples, frames, location));
        var mel = Layer.Function(
            "mel_filterbank",
            [power],
            OptionValue.Dict(
                ("sampling_rate", SampleRate),
                ("fft_size", FftSize),
                ("nr_of_filters", Output.Size!.Value),
                ("n_out", Output.Size!.Value),
                ("out_dim", Output)
            ),
            new([Dim.Batch, frames, Output], DataType.Float32),
            location
        );
        var log = Layer.Function(
            "activation",
            [mel],
            OptionValue.Dict(("activation", "safe_log"), ("opts", OptionValue.Dict(("eps", Floor)))),
            mel.Signature,
            location
        );
        return (log * (1 / Math.Log(10)), frames);
    }

    // Complex numbers are nowhere else: what comes between both layers is no tensor that a model could hold.
    private Tensor Magnitude(Tensor audio, Dim samples, Dim frames, SourceLocation location)
    {
        var signature = new Signature([Dim.Batch, frames, bins], DataType.Float32);
        var spectrum = Layer.Function(
            "stft",
            [audio],
            OptionValue.Dict(
                ("frame_shift", FrameShift),
                ("frame_size", FrameSize),
                ("fft_size", FftSize),
                ("in_spatial_dims", OptionValue.List(samples)),
                ("out_dim", bins),
                ("use_time_mask", false)
            ),
            signature,
            location
        );
        return Layer.Function("activation", [spectrum], OptionValue.Dict(("activation", "abs")), signature, location);
    }

    private static int PowerOfTwoFrom(int size)
    {
        var power = 1;
        while (power < size)
        {
            power = checked(power * 2);
        }

        return power;
    }
}
