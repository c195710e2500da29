using System.Runtime.CompilerServices;

namespace NetDsl;

/// <content>Parts of axes, their order, their lengths.</content>
public static partial class Ops
{
    /// <summary>Entries of an axis from one place to another.</summary>
    /// <param name="x">Holds the axis.</param>
    /// <param name="axis">The dim to cut. Of a dynamic one, an end that is not negative must lie within each sequence.</param>
    /// <param name="start">How many entries are left out in front.</param>
    /// <param name="end">
    /// The place behind the last entry, or if negative how many entries are left out behind; by default none.
    /// Behind sequences of different lengths these are counted from the end of each.
    /// </param>
    /// <param name="step">Takes every first entry of so many.</param>
    /// <param name="into">The dim to come, if its name matters.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor Slice(
        Tensor x,
        Dim axis,
        int start = 0,
        int? end = null,
        int step = 1,
        Dim? into = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        const string Kind = nameof(Slice);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        var fault = AxisChecks.Along(Kind, x, axis);
        var dim = axis;
        if (fault is null)
        {
            (dim, fault) = Sliced(Kind, x, axis, start, end, step, into);
        }

        if (fault is null && (start, end, step, into) == (0, null, 1, null))
        {
            return x;
        }

        fault ??= ReferenceEquals(dim, axis) ? null : AxisChecks.Added(Kind, x, x.Dims, dim);
        var options = DictValue.Empty.With("axis", axis);
        options = start == 0 ? options : options.With("slice_start", start);
        options = end is { } last ? options.With("slice_end", last) : options;
        options = step == 1 ? options : options.With("slice_step", step);

        // Only RETURNN's formulas lead to a dim that it knows by itself.
        var isFormula = dim.Expression is not null && into is null;
        options = isFormula || ReferenceEquals(dim, axis) ? options : options.With("out_dim", dim);
        var signature = x.Signature with { Shape = fault is null ? x.Dims.Replace(axis, dim) : x.Dims };
        return Layer.Function("slice", [x], options, signature, new(file, line), fault);
    }

    /// <summary>So many entries of an axis from a place on that is computed; zeros where a sequence has ended.</summary>
    /// <param name="x">Holds the axis.</param>
    /// <param name="axis">The dynamic dim to cut; of one of fixed size, RETURNN would clip the places at the size of another.</param>
    /// <param name="start">Whole numbers: where to begin, for each sequence if it has the batch dim.</param>
    /// <param name="size">The dim to come, of fixed size.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor SliceFrom(
        Tensor x,
        Dim axis,
        Tensor start,
        Dim size,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        const string Kind = nameof(SliceFrom);
        var isWhole = start.Type is DataType.Int32 or DataType.Int64 && start.Sparse is null;
        var dims = x.Dims.Except(axis);
        var fault =
            AxisChecks.Along(Kind, x, axis)
            ?? (axis.IsDynamic ? null : AxisDiagnostics.NoLengths(Kind, axis, x))
            ?? AxisChecks.Added(Kind, x, x.Dims.Union(start.Dims), size)
            ?? (size.Size is null ? AxisDiagnostics.NoSize(Kind, size, x) : null)
            ?? (isWhole ? null : ShapeDiagnostics.WrongType(Kind, "a whole number", start))
            ?? (dims.ContainsAll(start.Dims) ? null : AxisDiagnostics.OtherDims(Kind, dims, start.Dims, start));
        var options = DictValue
            .Empty.With("axis", axis)
            .With("start", start)
            .With("size", size.Size ?? 1)
            .With("out_spatial_dim", size);
        var signature = x.Signature with { Shape = fault is null ? x.Dims.Replace(axis, size) : x.Dims };
        return Layer.Function("slice_nd", [x], options, signature, new(file, line), fault);
    }

    /// <summary>Each entry some places later or, if negative, earlier; the axis stays as long as it was.</summary>
    /// <param name="x">Holds the axis.</param>
    /// <param name="axis">The dim to shift along.</param>
    /// <param name="amount">How many places.</param>
    /// <param name="value">What comes in at the end that is left free.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor Shift(
        Tensor x,
        Dim axis,
        int amount,
        double value = 0.0,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        var fault = AxisChecks.Along(nameof(Shift), x, axis);

        // RETURNN refuses a shift by nothing.
        if (amount == 0 && fault is null)
        {
            return x;
        }

        var options = DictValue
            .Empty.With("axis", axis)
            .With("amount", amount)
            .With("pad", true)
            .With("pad_value", Entry(value, x.Type))
            .With("adjust_size_info", false);
        return Layer.Function("shift_axis", [x], options, x.Signature, new(file, line), fault);
    }

    /// <summary>Each entry of an axis several times, one after the other: states of phonemes as those of the frames that each lasts.</summary>
    /// <param name="x">Holds the axis.</param>
    /// <param name="axis">The dim to go.</param>
    /// <param name="times">
    /// Whole numbers along the axis, for each sequence if they have the batch dim: how often each entry comes, or not at all if 0.
    /// The sum of those of a sequence must be above 0.
    /// </param>
    /// <param name="into">
    /// The dynamic dim to come. Its length for each sequence is the sum of the times; one that data has already must have that length.
    /// </param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor Repeat(
        Tensor x,
        Dim axis,
        Tensor times,
        Dim into,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        const string Kind = nameof(Repeat);
        var isWhole = times.Type is DataType.Int32 or DataType.Int64 && times.Sparse is null;
        var fault =
            AxisChecks.Along(Kind, x, axis)
            ?? AxisChecks.Added(Kind, x, x.Dims, into)
            ?? (into.IsDynamic ? null : AxisDiagnostics.NoLengths(Kind, into, x))
            ?? (isWhole ? null : ShapeDiagnostics.WrongType(Kind, "a whole number", times))
            ?? AxisChecks.Along(Kind, times, axis)
            ?? (
                times.Dims.Except(axis, Dim.Batch).Count == 0
                    ? null
                    : AxisDiagnostics.OtherDims(Kind, [Dim.Batch, axis], times.Dims, times)
            );

        // The new dim comes right behind the batch (tf/layers/basic.py:5739-5762).
        Shape first = x.Dims.Union(times.Dims).Contains(Dim.Batch) ? [Dim.Batch, into] : [into];
        var dims = fault is null ? first.Union(x.Dims.Except(Dim.Batch, axis)) : x.Dims;
        var options = DictValue.Empty.With("axis", axis).With("repetitions", times).With("out_dim", into);
        return Layer.Function("repeat", [x], options, x.Signature with { Shape = dims }, new(file, line), fault);
    }

    /// <summary>The entries of an axis from the last to the first; each sequence from its own end.</summary>
    /// <param name="x">Holds the axis.</param>
    /// <param name="axis">The dim to turn around.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor Reverse(Tensor x, Dim axis, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        const string Kind = nameof(Reverse);
        var location = new SourceLocation(file, line);
        var fault = AxisChecks.Along(Kind, x, axis);
        if (fault is not null || axis.Size is not null)
        {
            var backwards = DictValue.Empty.With("axis", axis).With("slice_step", -1);
            return Layer.Function("slice", [x], backwards, x.Signature, location, fault);
        }

        // RETURNN has no layer for it: the entry at each place is the one so far from the end of its sequence.
        var last = Binary(BinaryOperator.Subtract, Length(x, axis, file, line), 1, location);
        var places = RangeInAxis(x, axis, DataType.Int32, file, line);
        var distance = Binary(BinaryOperator.Subtract, last.Broadcasting(), places, location);
        var position = Binary(BinaryOperator.Maximum, distance, 0, location);
        var options = DictValue.Empty.With("axis", axis).With("position", position);
        return Layer.Function("gather", [x], options, x.Signature, location);
    }

    /// <summary>How long each sequence is: a whole number for each, or one for all if the dim has a fixed size.</summary>
    /// <param name="x">Holds the axis.</param>
    /// <param name="axis">The dim.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor Length(Tensor x, Dim axis, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var fault = AxisChecks.Along(nameof(Length), x, axis);
        Shape dims = axis.IsDynamic && x.Dims.Contains(Dim.Batch) ? [Dim.Batch] : Shape.Scalar;
        var options = DictValue.Empty.With("axis", axis).With("dtype", "int32");
        return Layer.Function("length", [x], options, new(dims, DataType.Int32), new(file, line), fault);
    }

    /// <summary>Which frames are within their sequence: a truth value for each frame of each sequence.</summary>
    /// <param name="x">Holds the axis and the batch dim.</param>
    /// <param name="axis">A dynamic dim.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor SequenceMask(
        Tensor x,
        Dim axis,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        var places = RangeInAxis(x, axis, DataType.Int32, file, line);
        var length = Length(x, axis, file, line);
        return Compare(ComparisonOperator.Less, places.Broadcasting(), length, new(file, line));
    }

    /// <summary>The same entries, with a number in the place of all that lie behind the end of their sequence.</summary>
    /// <param name="x">Holds the axis.</param>
    /// <param name="axis">A dynamic dim.</param>
    /// <param name="value">The number.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor MaskFrames(
        Tensor x,
        Dim axis,
        double value = 0.0,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        const string Kind = nameof(MaskFrames);
        var fault =
            AxisChecks.Along(Kind, x, axis) ?? (axis.IsDynamic ? null : AxisDiagnostics.NoLengths(Kind, axis, x));
        var options = DictValue.Empty.With("axis", axis).With("mask_value", Entry(value, x.Type));
        return Layer.Function("seq_len_mask", [x], options, x.Signature, new(file, line), fault);
    }

    /// <summary>The numbers 0, 1, 2 and so on along a dim of a tensor.</summary>
    /// <param name="x">Holds the axis.</param>
    /// <param name="axis">The only dim of the result.</param>
    /// <param name="type">What the numbers are.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor RangeInAxis(
        Tensor x,
        Dim axis,
        DataType type = DataType.Int32,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        if (type == DataType.Bool)
        {
            throw new ArgumentException("Truth values cannot be counted up.", nameof(type));
        }

        var fault = AxisChecks.Along(nameof(RangeInAxis), x, axis);
        var options = DictValue.Empty.With("axis", axis).With("dtype", DtypeOf(type));
        return Layer.Function("range_in_axis", [x], options, new([axis], type), new(file, line), fault);
    }

    /// <summary>The numbers 0, 1, 2 and so on along a dim of fixed size.</summary>
    /// <param name="dim">The only dim of the result.</param>
    /// <param name="type">What the numbers are.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">The dim is dynamic: <see cref="RangeInAxis"/> takes its lengths from a tensor.</exception>
    public static Tensor Range(
        Dim dim,
        DataType type = DataType.Int32,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        if (dim.Size is not { } size || type == DataType.Bool)
        {
            throw new ArgumentException(
                type == DataType.Bool
                    ? "Truth values cannot be counted up."
                    : $"The dim {dim} has no fixed size; take RangeInAxis with a tensor that has it."
            );
        }

        var options = DictValue.Empty.With("limit", size).With("dtype", DtypeOf(type)).With("out_spatial_dim", dim);
        return Layer.Function("range", [], options, new([dim], type), new(file, line));
    }

    // With RETURNN's steps, so that both mean the same dim; with a fixed end, a new one.
    private static (Dim Dim, Diagnostic? Fault) Sliced(
        string kind,
        Tensor x,
        Dim axis,
        int start,
        int? end,
        int step,
        Dim? into
    )
    {
        long? entries = (axis.Size, end) switch
        {
            ({ } size, < 0 and { } behind) => (long)size - start + behind,
            ({ } size, null) => (long)size - start,
            (_, >= 0 and { } place) => (long)place - start,
            _ => null,
        };
        if (entries < 1)
        {
            return (axis, AxisDiagnostics.NothingLeft(kind, axis, x));
        }

        if (end > axis.Size)
        {
            return (axis, AxisDiagnostics.Sizes(kind, FormattableString.Invariant($"{axis} ends before {end}"), x));
        }

        int? left = entries is { } number ? (int)((number + step - 1) / step) : null;
        if (into is not null)
        {
            return into.Size == left
                ? (into, null)
                : (axis, AxisDiagnostics.Sizes(kind, $"{into} does not have the size of the slice", x));
        }

        if (end >= 0)
        {
            var name = FormattableString.Invariant($"{axis.Name}_{start}_{end}");
            return (
                axis.Kind == DimKind.Feature ? Dim.Feature(name, left!.Value) : Dim.Spatial(name, left!.Value),
                null
            );
        }

        var dim = start == 0 ? axis : DimMath.SubtractLeft(start, axis);
        return ((end is { } less ? dim - -less : dim).CeilDiv(step), null);
    }

    private static string DtypeOf(DataType type) =>
        type switch
        {
            DataType.Int32 => "int32",
            DataType.Int64 => "int64",
            _ => "float32",
        };
}
