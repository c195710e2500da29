using System.Runtime.CompilerServices;

namespace NetDsl;

/// <content>Sequences of which some frames are left out.</content>
public static partial class Ops
{
    /// <summary>
    /// Only the frames of each sequence that a mask selects, one behind the other: labels without blanks. <see cref="Unmask"/> goes back.
    /// </summary>
    /// <param name="x">Has the dims of the mask.</param>
    /// <param name="mask">[batch, time]: which frames stay. The time is a dynamic dim.</param>
    /// <param name="into">
    /// The dynamic dim to come, of as many frames as the mask selects of each sequence: the same one for whatever is selected by this mask.
    /// </param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor KeepFrames(
        Tensor x,
        Tensor mask,
        Dim into,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        const string Kind = "keep_frames";
        RequireNewLength(into);
        var time = FramesOf(mask);
        var fault =
            time is null ? LoopDiagnostics.FrameMask(mask)
            : !x.Dims.ContainsAll(mask.Dims) ? ShapeDiagnostics.NoSuchDim(Kind, mask.Dims.Except(x.Dims), x)
            : AxisChecks.Added(Kind, x, x.Dims, into);
        var options = OptionValue.Dict(
            ("mask", mask),
            ("in_spatial_dim", time ?? into),
            ("out_spatial_dim", into),
            ("unit", OptionValue.Dict(("class", "copy"), ("from", "data")))
        );
        var signature = x.Signature with { Shape = fault is null ? x.Dims.Replace(time!, into) : x.Dims };
        return Layer.Function("masked_computation", [x], options, signature, new(file, line), fault, Kind);
    }

    /// <summary>
    /// Gives each frame that a mask has left out the value of the last one before it that was selected: the way back from
    /// <see cref="KeepFrames"/>.
    /// </summary>
    /// <param name="x">Has the dim of the frames that were selected, and no other dynamic one.</param>
    /// <param name="mask">[batch, time]: which frames were selected.</param>
    /// <param name="kept">The dim of the frames that were selected.</param>
    /// <param name="initial">What stands before the first one.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor Unmask(
        Tensor x,
        Tensor mask,
        Dim kept,
        double initial = 0.0,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        const string Kind = "unmask";
        var location = new SourceLocation(file, line);
        var time = FramesOf(mask);
        var other = x.Dims.FirstOrDefault(dim => dim.IsDynamic && !ReferenceEquals(dim, kept));
        var fault = time is null
            ? LoopDiagnostics.FrameMask(mask)
            : AxisChecks.Along(Kind, x, kept)
                ?? AxisChecks.HasBatch(Kind, x)
                ?? AxisChecks.Added(Kind, x, x.Dims, time)
                ?? (other is null ? null : AxisDiagnostics.Named(Kind, $"cannot tell {kept} from {other}", x));
        var signature = x.Signature with { Shape = fault is null ? x.Dims.Replace(kept, time!) : x.Dims };
        var options = OptionValue.Dict(("mask", mask));
        return Layer.Function(Kind, [Beginning(x, initial, location)], options, signature, location, fault);
    }

    // RETURNN asks the layer itself what stands before its first frame; layers with states of their own do not know outside of loops
    // (rec.py, UnmaskLayer, get_rec_initial_output).
    private static Tensor Beginning(Tensor x, double initial, SourceLocation location) =>
        Layer.Function(
            "copy",
            [x],
            OptionValue.Dict(("initial_output", Entry(initial, x.Type))),
            x.Signature,
            location
        );

    // RETURNN takes no other mask than one of batch and time.
    private static Dim? FramesOf(Tensor mask) =>
        mask.Type == DataType.Bool && mask.Dims.Count == 2 && mask.Dims.Contains(Dim.Batch)
            ? mask.Dims.FirstOrDefault(dim => dim.IsDynamic)
            : null;

    private static void RequireNewLength(Dim into)
    {
        if (!into.IsDynamic)
        {
            throw new ArgumentException("How many frames there are is known only when the net runs.", nameof(into));
        }
    }
}
