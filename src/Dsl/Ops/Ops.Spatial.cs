using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace NetDsl;

/// <content>Windows that move over axes: convolution, pooling, windows themselves; and axes made longer.</content>
public static partial class Ops
{
    private const int MostSpatialDims = 3;

    /// <summary>
    /// A convolution, without bias: for each place of a window over some axes, the sum of the entries there times those of a filter.
    /// </summary>
    /// <remarks>
    /// Entries behind the end of a sequence are read as they are where a window reaches there; make them zero with
    /// <see cref="MaskFrames"/> if that matters.
    /// </remarks>
    /// <param name="x">Holds the batch dim, the input dim and the spatial dims; each further dim is dealt with as the batch.</param>
    /// <param name="filter">
    /// Its dims are the window's, in the order of the spatial dims, then the input dim and the output dim; of several groups,
    /// <c>inDim.FloorDiv(groups)</c> in the place of the input dim.
    /// </param>
    /// <param name="inDim">The features that go in.</param>
    /// <param name="spatialDims">One to three dims over which the window moves.</param>
    /// <param name="outDim">The features that come out.</param>
    /// <param name="padding">What becomes of the ends.</param>
    /// <param name="strides">How far the window moves, for each spatial dim; by default 1.</param>
    /// <param name="dilations">How far apart the entries of a window are, for each spatial dim; by default 1.</param>
    /// <param name="groups">Into how many groups input and output features are divided, which do not mix.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>
    /// The spatial dims are <c>dim.CeilDiv(stride)</c> with <see cref="WindowPadding.Same"/>, and so the same as before if the stride
    /// is 1; with <see cref="WindowPadding.Valid"/> what the window does not reach beyond is taken from both ends first.
    /// </returns>
    public static Tensor Conv(
        Tensor x,
        Tensor filter,
        Dim inDim,
        IReadOnlyList<Dim> spatialDims,
        Dim outDim,
        WindowPadding padding = WindowPadding.Same,
        IReadOnlyList<int>? strides = null,
        IReadOnlyList<int>? dilations = null,
        int groups = 1,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        const string Kind = nameof(Conv);
        var (steps, spread) = Check(spatialDims, strides, dilations);
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        var fault =
            AxisChecks.AlongEach(Kind, x, [.. spatialDims, inDim])
            ?? AxisChecks.HasBatch(Kind, x)
            ?? FilterFault(Kind, x, filter, inDim, outDim, spatialDims.Count, groups);
        var sizes = fault is null ? KernelSizes(filter, GroupOf(inDim, groups), outDim) : [.. steps.Select(_ => 1)];
        var shape = x.Dims;
        if (fault is null)
        {
            (shape, fault) = Moved(Kind, x, inDim, spatialDims, outDim, sizes, steps, spread, padding);
        }

        var options = DictValue
            .Empty.With("filter", filter)
            .With("filter_size", Numbers(sizes))
            .With("padding", NameOf(padding))
            .With("strides", Numbers(steps))
            .With("dilation_rate", Numbers(spread))
            .With("groups", groups)
            .With("in_dim", inDim)
            .With("in_spatial_dims", DimList(spatialDims))
            .With("out_dim", outDim)
            .With("with_bias", false)
            .With("activation", OptionValue.None);
        return Layer.Function("conv", [x], options, new(shape, x.Type), new(file, line), fault);
    }

    /// <summary>The largest or the mean of the entries of each window over some axes.</summary>
    /// <remarks>
    /// Entries behind the end of a sequence count where a window reaches there; make them what does not matter with
    /// <see cref="MaskFrames"/> first.
    /// </remarks>
    /// <param name="x">Holds the batch dim, a feature dim and the spatial dims.</param>
    /// <param name="kind">What becomes of a window.</param>
    /// <param name="spatialDims">One to three dims over which the window moves.</param>
    /// <param name="sizes">How many entries the window has, for each spatial dim.</param>
    /// <param name="padding">What becomes of the ends.</param>
    /// <param name="strides">How far the window moves, for each spatial dim; by default its size.</param>
    /// <param name="dilations">How far apart the entries of a window are, for each spatial dim; by default 1.</param>
    /// <param name="feature">The feature dim; by default the last one of the tensor.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The spatial dims are as for <see cref="Conv"/>.</returns>
    public static Tensor Pool(
        Tensor x,
        PoolKind kind,
        IReadOnlyList<Dim> spatialDims,
        IReadOnlyList<int> sizes,
        WindowPadding padding = WindowPadding.Valid,
        IReadOnlyList<int>? strides = null,
        IReadOnlyList<int>? dilations = null,
        Dim? feature = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        const string Kind = nameof(Pool);
        var (steps, spread) = Check(spatialDims, strides ?? sizes, dilations);
        Counts(sizes, spatialDims.Count, nameof(sizes));
        var features = feature ?? x.Dims.Feature;
        var fault = features is null
            ? ShapeDiagnostics.NoFeature(Kind, x)
            : AxisChecks.AlongEach(Kind, x, [.. spatialDims, features]) ?? AxisChecks.HasBatch(Kind, x);
        var shape = x.Dims;
        var options = DictValue
            .Empty.With("mode", kind == PoolKind.Max ? "max" : "avg")
            .With("pool_size", Numbers(sizes))
            .With("padding", NameOf(padding))
            .With("strides", Numbers(steps))
            .With("dilation_rate", Numbers(spread));
        if (fault is null)
        {
            (shape, fault) = Moved(Kind, x, features!, spatialDims, features!, [.. sizes], steps, spread, padding);
            options = options.With("in_dim", features!).With("in_spatial_dims", DimList(spatialDims));
        }

        return Layer.Function("pool", [x], options, new(shape, x.Type), new(file, line), fault);
    }

    /// <summary>For each place of an axis the entries around it, along a new dim.</summary>
    /// <param name="x">Holds the batch dim and the axis.</param>
    /// <param name="axis">The axis to look along.</param>
    /// <param name="window">The dim to come, of fixed size.</param>
    /// <param name="padding">What becomes of the ends.</param>
    /// <param name="stride">How far the window moves.</param>
    /// <param name="before">How many entries of the window are in front of its place; by default half of the others.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>The axis is as the spatial dims of <see cref="Conv"/>.</returns>
    public static Tensor Window(
        Tensor x,
        Dim axis,
        Dim window,
        WindowPadding padding = WindowPadding.Same,
        int stride = 1,
        int? before = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        const string Kind = nameof(Window);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, 1);
        var fault =
            AxisChecks.Along(Kind, x, axis)
            ?? AxisChecks.Added(Kind, x, x.Dims, window)
            ?? (window.Size is null ? AxisDiagnostics.NoSize(Kind, window, x) : null)
            ?? AxisChecks.HasBatch(Kind, x);
        var shape = x.Dims;
        if (fault is null)
        {
            var left = SpatialDims.Windowed(axis, window.Size!.Value, stride, dilation: 1, padding);
            fault = left is null ? AxisDiagnostics.NothingLeft(Kind, axis, x) : null;
            shape = left is null ? shape : shape.Replace(axis, left, window);
        }

        var options = DictValue
            .Empty.With("axis", axis)
            .With("window_dim", window)
            .With("padding", NameOf(padding))
            .With("stride", stride);
        if (before is { } places)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(places, nameof(before));
            options = options.With("window_left", places);
        }

        return Layer.Function("window", [x], options, x.Signature with { Shape = shape }, new(file, line), fault);
    }

    /// <summary>More entries at the ends of an axis; of each sequence, behind its own end.</summary>
    /// <param name="x">Holds the axis.</param>
    /// <param name="axis">The dim that gets longer: it becomes <c>before + axis + after</c>.</param>
    /// <param name="before">How many in front.</param>
    /// <param name="after">How many behind. Behind sequences of different lengths only a constant can be put.</param>
    /// <param name="kind">What they are.</param>
    /// <param name="value">The number, if they are constant.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor Pad(
        Tensor x,
        Dim axis,
        int before,
        int after,
        PadKind kind = PadKind.Constant,
        double value = 0.0,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        const string Kind = nameof(Pad);
        ArgumentOutOfRangeException.ThrowIfNegative(before);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        var fault =
            AxisChecks.Along(Kind, x, axis)
            ?? (
                kind != PadKind.Constant && after > 0 && axis.IsDynamic
                    ? AxisDiagnostics.PaddedBehind(Kind, axis, x)
                    : null
            );
        var dim = fault is null ? SpatialDims.Padded(axis, before, after) : axis;
        fault ??= ReferenceEquals(dim, axis) ? null : AxisChecks.Added(Kind, x, x.Dims, dim);
        var options = DictValue
            .Empty.With("axes", OptionValue.List(axis))
            .With("padding", OptionValue.List(OptionValue.List(before, after)))
            .With("mode", NameOf(kind));
        options = kind == PadKind.Constant ? options.With("value", Entry(value, x.Type)) : options;

        // Behind each sequence only from behavior version 21 on (contract 1.5).
        options = options.With("handle_dynamic_dims", true);
        var signature = x.Signature with { Shape = fault is null ? x.Dims.Replace(axis, dim) : x.Dims };
        return Layer.Function("pad", [x], options, signature, new(file, line), fault);
    }

    /// <summary>An axis made longer by a whole number, with entries between those that are there.</summary>
    /// <param name="x">Holds the batch dim and the axis.</param>
    /// <param name="axis">The dim that gets longer: it becomes <c>axis * factor</c>.</param>
    /// <param name="factor">At least 1.</param>
    /// <param name="kind">What the new entries are.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor Resize(
        Tensor x,
        Dim axis,
        int factor,
        Interpolation kind = Interpolation.Nearest,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        const string Kind = nameof(Resize);
        ArgumentOutOfRangeException.ThrowIfLessThan(factor, 1);
        var isNumber = x.Type == DataType.Float32 && x.Sparse is null;
        var fault =
            AxisChecks.Along(Kind, x, axis)
            ?? AxisChecks.HasBatch(Kind, x)
            ?? (
                kind == Interpolation.Nearest || isNumber ? null : ShapeDiagnostics.WrongType(Kind, "a real number", x)
            );
        var dim = fault is null ? axis * factor : axis;
        fault ??= ReferenceEquals(dim, axis) ? null : AxisChecks.Added(Kind, x, x.Dims, dim);
        var name = kind switch
        {
            Interpolation.Linear => "linear",
            Interpolation.Cubic => "cubic",
            _ => "nn",
        };
        var options = DictValue.Empty.With("axis", axis).With("factor", factor).With("kind", name);
        var signature = x.Signature with { Shape = fault is null ? x.Dims.Replace(axis, dim) : x.Dims };
        return Layer.Function("resize", [x], options, signature, new(file, line), fault);
    }

    private static (ImmutableArray<int> Strides, ImmutableArray<int> Dilations) Check(
        IReadOnlyList<Dim> spatialDims,
        IReadOnlyList<int>? strides,
        IReadOnlyList<int>? dilations
    )
    {
        ArgumentNullException.ThrowIfNull(spatialDims);
        if (spatialDims.Count is < 1 or > MostSpatialDims)
        {
            throw new ArgumentException("RETURNN moves windows over one to three dims.", nameof(spatialDims));
        }

        var count = spatialDims.Count;
        return (Counts(strides, count, nameof(strides)), Counts(dilations, count, nameof(dilations)));
    }

    private static ImmutableArray<int> Counts(IReadOnlyList<int>? numbers, int count, string parameter)
    {
        if (numbers is not null && numbers.Count != count)
        {
            throw new ArgumentException("There must be one number for each spatial dim.", parameter);
        }

        var result = ImmutableArray.CreateBuilder<int>(count);
        for (var index = 0; index < count; index++)
        {
            var number = numbers?[index] ?? 1;
            ArgumentOutOfRangeException.ThrowIfLessThan(number, 1, parameter);
            result.Add(number);
        }

        return result.MoveToImmutable();
    }

    private static (Shape Shape, Diagnostic? Fault) Moved(
        string kind,
        Tensor x,
        Dim inDim,
        IReadOnlyList<Dim> spatialDims,
        Dim outDim,
        ImmutableArray<int> sizes,
        ImmutableArray<int> strides,
        ImmutableArray<int> dilations,
        WindowPadding padding
    )
    {
        Dim[] moved = [.. spatialDims, outDim];
        Dim[] removed = [.. spatialDims, inDim];
        var rest = x.Dims.Except(removed);
        for (var index = 0; index < spatialDims.Count; index++)
        {
            if (
                SpatialDims.Windowed(spatialDims[index], sizes[index], strides[index], dilations[index], padding)
                is not { } left
            )
            {
                return (x.Dims, AxisDiagnostics.NothingLeft(kind, spatialDims[index], x));
            }

            moved[index] = left;
        }

        return AxisChecks.AddedEach(kind, x, rest, moved) is { } fault
            ? (x.Dims, fault)
            : (Shape.Create([.. rest, .. moved]), null);
    }

    private static Diagnostic? FilterFault(
        string kind,
        Tensor x,
        Tensor filter,
        Dim inDim,
        Dim outDim,
        int windows,
        int groups
    )
    {
        if (inDim.Size is not { } before || outDim.Size is not { } after)
        {
            return AxisDiagnostics.NoSize(kind, inDim.Size is null ? inDim : outDim, x);
        }

        if (before % groups != 0 || after % groups != 0)
        {
            var text = FormattableString.Invariant($"{groups} groups of {inDim} and {outDim}");
            return AxisDiagnostics.Sizes(kind, $"{text} would have parts of entries", x);
        }

        if (x.Type != DataType.Float32 || x.Sparse is not null)
        {
            return ShapeDiagnostics.WrongType(kind, "a real number", x);
        }

        var group = GroupOf(inDim, groups);
        var fits =
            !ReferenceEquals(group, outDim)
            && filter.Dims.Contains(group)
            && filter.Dims.Contains(outDim)
            && filter.Dims.Count == windows + 2
            && filter.Dims.All(dim => dim.Size is not null);
        return fits ? null : AxisDiagnostics.Filter(kind, ExpectedFilter(group, outDim, windows), filter);
    }

    private static string ExpectedFilter(Dim group, Dim outDim, int windows) =>
        FormattableString.Invariant(
            $"{windows} {(windows == 1 ? "dim" : "dims")} of the window, {group} and {outDim}, each a dim of its own"
        );

    // RETURNN makes this dim of the filter by a division, too.
    private static Dim GroupOf(Dim inDim, int groups) => inDim.FloorDiv(groups);

    private static ImmutableArray<int> KernelSizes(Tensor filter, Dim group, Dim outDim)
    {
        var sizes = ImmutableArray.CreateBuilder<int>(filter.Dims.Count);
        foreach (var dim in filter.Dims)
        {
            if (!ReferenceEquals(dim, group) && !ReferenceEquals(dim, outDim))
            {
                sizes.Add(dim.Size!.Value);
            }
        }

        return sizes.DrainToImmutable();
    }

    private static OptionValue Entry(double value, DataType type) =>
        type switch
        {
            DataType.Float32 => value,
            DataType.Bool => value != 0,
            _ when value == Math.Floor(value) && Math.Abs(value) <= int.MaxValue => (int)value,
            _ => throw new ArgumentException("Whole numbers can only be padded with a whole number.", nameof(value)),
        };

    private static string NameOf(WindowPadding padding) => padding == WindowPadding.Same ? "same" : "valid";

    private static string NameOf(PadKind kind) =>
        kind switch
        {
            PadKind.Reflect => "reflect",
            PadKind.Symmetric => "symmetric",
            PadKind.Replication => "replication",
            _ => "constant",
        };

    private static SequenceValue Numbers(IReadOnlyList<int> numbers)
    {
        var items = ImmutableArray.CreateBuilder<OptionValue>(numbers.Count);
        foreach (var number in numbers)
        {
            items.Add(number);
        }

        return new(SequenceKind.List, items.MoveToImmutable());
    }
}
