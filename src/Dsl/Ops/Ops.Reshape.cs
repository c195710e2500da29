using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace NetDsl;

/// <content>Other dims for the same entries: replaced, merged, split, added, joined.</content>
public static partial class Ops
{
    /// <summary>
    /// The same entries with one dim called another. A dynamic dim may be replaced by a new one made with <see cref="Dim.Dynamic"/>,
    /// which then has its lengths: attention compares each frame with each so.
    /// </summary>
    /// <param name="x">Holds the old dim.</param>
    /// <param name="old">The dim to go.</param>
    /// <param name="by">The dim to come, of the same size.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor ReplaceDim(
        Tensor x,
        Dim old,
        Dim by,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        const string Kind = nameof(ReplaceDim);
        if (ReferenceEquals(old, by) && x.Dims.Contains(old))
        {
            return x;
        }

        var fault =
            AxisChecks.Along(Kind, x, old)
            ?? AxisChecks.Added(Kind, x, x.Dims, by)
            ?? (old.Size == by.Size ? null : AxisDiagnostics.Sizes(Kind, $"{old} and {by} have other sizes", x));
        var options = DictValue.Empty.With("set_dim_tags", DictValue.Empty.With(old, by));
        var dims = fault is null ? x.Dims.Replace(old, by) : x.Dims;
        return Layer.Function(
            "reinterpret_data",
            [x],
            options,
            x.Signature with
            {
                Shape = dims,
            },
            new(file, line),
            fault
        );
    }

    /// <summary>Several dims as one, the first the outermost: entry (i, j) becomes entry i * size of b + j.</summary>
    /// <param name="x">Holds the dims.</param>
    /// <param name="dims">At least two, in any order, not the batch dim.</param>
    /// <param name="into">The dim to come, of the size of the product; by default the product <c>a * b</c> itself.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor MergeDims(
        Tensor x,
        IReadOnlyList<Dim> dims,
        Dim? into = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        const string Kind = nameof(MergeDims);
        ArgumentNullException.ThrowIfNull(dims);

        // Only in the order given from behavior version 6 on (contract 1.5).
        var options = DictValue.Empty.With("axes", DimList(dims)).With("keep_order", true);
        var fault = AxisChecks.AlongEach(Kind, x, dims, atLeast: 2);
        if (fault is not null)
        {
            return Layer.Function("merge_dims", [x], options, x.Signature, new(file, line), fault);
        }

        Dim[] parts = [.. dims];
        var product = DimMath.Product(parts);
        var merged = into ?? product;
        var rest = x.Dims.Except(parts);
        fault =
            AxisChecks.Added(Kind, x, rest, merged)
            ?? (
                merged.Size == product.Size
                    ? null
                    : AxisDiagnostics.Sizes(Kind, $"{product} does not have the size of {merged}", x)
            );
        if (into is not null && !ReferenceEquals(into, product))
        {
            options = options.With("out_dim", into);
        }

        // Where RETURNN puts it: to the features, or to the first of its parts.
        var place =
            x.Dims.Feature is { } feature && parts.AsSpan().Contains(feature) ? feature : FirstOf(x.Dims, parts);
        var shape = fault is null ? Merged(x.Dims, parts, place, merged) : x.Dims;
        return Layer.Function("merge_dims", [x], options, x.Signature with { Shape = shape }, new(file, line), fault);
    }

    /// <summary>One dim as several, the first the outermost; undoes <see cref="MergeDims"/>.</summary>
    /// <param name="x">Holds the dim.</param>
    /// <param name="axis">The dim to go.</param>
    /// <param name="dims">
    /// The dims to come; their product is the dim to go. Of a dynamic dim one part is a new dim made with <see cref="Dim.Dynamic"/>:
    /// it takes what is left, and zeros are added to each sequence up to a multiple of the other parts.
    /// </param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor SplitDims(
        Tensor x,
        Dim axis,
        IReadOnlyList<Dim> dims,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        const string Kind = nameof(SplitDims);
        ArgumentNullException.ThrowIfNull(dims);
        var fault =
            AxisChecks.Along(Kind, x, axis)
            ?? (dims.Count == 0 ? AxisDiagnostics.Named(Kind, "needs at least 1 dims", x) : null)
            ?? AxisChecks.AddedEach(Kind, x, x.Dims.Except(axis), dims)
            ?? PartsFault(Kind, x, axis, dims);
        var options = DictValue.Empty.With("axis", axis).With("dims", DimList(dims));
        var shape = fault is null ? x.Dims.Replace(axis, [.. dims]) : x.Dims;
        return Layer.Function("split_dims", [x], options, x.Signature with { Shape = shape }, new(file, line), fault);
    }

    /// <summary>Consecutive parts of a tensor along one dim of fixed size.</summary>
    /// <param name="x">Holds the dim.</param>
    /// <param name="axis">The dim to cut.</param>
    /// <param name="parts">The dims of the parts, whose sizes add up to it; one dim may come several times.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>As many tensors as parts, each with its dim in the place of the one that was cut.</returns>
    public static IReadOnlyList<Tensor> Split(
        Tensor x,
        Dim axis,
        IReadOnlyList<Dim> parts,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        const string Kind = nameof(Split);
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentOutOfRangeException.ThrowIfZero(parts.Count, nameof(parts));
        var location = new SourceLocation(file, line);
        var others = x.Dims.Except(axis);
        var fault = AxisChecks.AlongFixed(Kind, x, axis) ?? SumFault(Kind, x, axis, parts, others);
        var options = DictValue.Empty.With("axis", axis).With("out_dims", DimList(parts));
        var layer = Layer.Function("split", [x], options, x.Signature, location, fault);
        var results = ImmutableArray.CreateBuilder<Tensor>(parts.Count);
        for (var index = 0; index < parts.Count; index++)
        {
            var shape = fault is null ? x.Dims.Replace(axis, parts[index]) : x.Dims;
            var name = FormattableString.Invariant($"{index}");
            results.Add(Layer.Part(layer, name, x.Signature with { Shape = shape }, location));
        }

        return results.MoveToImmutable();
    }

    /// <summary>The same entries again for each place of one more dim.</summary>
    /// <param name="x">Does not hold the dim.</param>
    /// <param name="dim">The dim to come. A dynamic one must have lengths already.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor ExpandDim(
        Tensor x,
        Dim dim,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        // Class indices have no features beside which a dim could be put.
        var place = dim.Kind == DimKind.Feature && x.Sparse is null ? "f" : "spatial";
        var fault = AxisChecks.Added(nameof(ExpandDim), x, x.Dims, dim);
        var options = DictValue.Empty.With("axis", place).With("dim", dim);
        var shape = fault is null ? x.Dims.Union([dim]) : x.Dims;
        return Layer.Function("expand_dims", [x], options, x.Signature with { Shape = shape }, new(file, line), fault);
    }

    /// <summary>The same entries without a dim of size 1.</summary>
    /// <param name="x">Holds the dim.</param>
    /// <param name="dim">The dim to go.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor Squeeze(Tensor x, Dim dim, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        const string Kind = nameof(Squeeze);
        var fault =
            AxisChecks.AlongFixed(Kind, x, dim)
            ?? (dim.Size == 1 ? null : AxisDiagnostics.Sizes(Kind, $"{dim} has more entries than one", x));
        var options = DictValue.Empty.With("axis", dim);
        var signature = x.Signature with { Shape = x.Dims.Except(dim) };
        return Layer.Function("squeeze", [x], options, signature, new(file, line), fault);
    }

    /// <summary>Tensors one behind the other, each along its own dim.</summary>
    /// <param name="parts">At least one tensor, each with the dim that is joined; all other dims are the same.</param>
    /// <param name="into">The dim to come, of the size of the sum; by default the sum <c>a + b</c> itself.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor Concat(
        IReadOnlyList<(Tensor Source, Dim Axis)> parts,
        Dim? into = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        const string Kind = nameof(Concat);
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentOutOfRangeException.ThrowIfZero(parts.Count, nameof(parts));
        var (first, axis) = parts[0];
        var others = first.Dims.Except(axis);
        var sources = ImmutableArray.CreateBuilder<Tensor>(parts.Count);
        var pairs = ImmutableArray.CreateBuilder<OptionValue>(parts.Count);
        Diagnostic? fault = null;
        foreach (var (source, along) in parts)
        {
            sources.Add(source);
            pairs.Add(OptionValue.List(source, along));
            fault ??= AxisChecks.Along(Kind, source, along) ?? JoinFault(Kind, first, others, source, along);
        }

        var options = DictValue.Empty.With("from", new SequenceValue(SequenceKind.List, pairs.MoveToImmutable()));
        var shape = first.Dims;
        if (fault is null)
        {
            var sum = axis;
            for (var index = 1; index < parts.Count; index++)
            {
                sum += parts[index].Axis;
            }

            fault =
                AxisChecks.Added(Kind, first, others, into ?? sum)
                ?? (
                    into is null || into.Size == sum.Size
                        ? null
                        : AxisDiagnostics.Sizes(Kind, $"{sum} does not have the size of {into}", first)
                );
            shape = fault is null ? shape.Replace(axis, into ?? sum) : shape;
            options = into is null || ReferenceEquals(into, sum) ? options : options.With("out_dim", into);
        }

        var signature = first.Signature with { Shape = shape };
        return Layer.Function("concat", sources.MoveToImmutable(), options, signature, new(file, line), fault);
    }

    /// <summary>Tensors side by side along a new dim. One of them must have all dims of the others.</summary>
    /// <param name="sources">As many as the new dim has entries.</param>
    /// <param name="dim">The dim to come.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor Stack(
        IReadOnlyList<Tensor> sources,
        Dim dim,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        const string Kind = nameof(Stack);
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentOutOfRangeException.ThrowIfZero(sources.Count, nameof(sources));
        var largest = sources[0];
        foreach (var source in sources)
        {
            largest = source.Dims.Count > largest.Dims.Count ? source : largest;
        }

        Diagnostic? fault = null;
        foreach (var source in sources)
        {
            fault ??=
                TypeFault(Kind, largest, source)
                ?? (
                    largest.Dims.ContainsAll(source.Dims)
                        ? null
                        : AxisDiagnostics.OtherDims(Kind, largest.Dims, source.Dims, source)
                );
        }

        fault ??=
            AxisChecks.Added(Kind, largest, largest.Dims, dim)
            ?? (
                dim.Size == sources.Count
                    ? null
                    : AxisDiagnostics.Sizes(
                        Kind,
                        FormattableString.Invariant($"{sources.Count} tensors along the dim {dim}"),
                        largest
                    )
            );
        var options = DictValue.Empty.With("out_spatial_dim", dim);
        var shape = fault is null ? largest.Dims.Union([dim]) : largest.Dims;
        var signature = largest.Signature with { Shape = shape };
        return Layer.Function("stack", [.. sources], options, signature, new(file, line), fault);
    }

    private static Diagnostic? PartsFault(string kind, Tensor x, Dim axis, IReadOnlyList<Dim> parts)
    {
        Dim? open = null;
        long size = 1;
        foreach (var part in parts)
        {
            if (part.Size is { } known)
            {
                size = Math.Min(size * known, int.MaxValue);
            }
            else if (open is not null || axis.Size is not null)
            {
                return AxisDiagnostics.NoSize(kind, part, x);
            }
            else
            {
                open = part;
            }
        }

        if (axis.Size is { } whole)
        {
            return size == whole ? null : Mismatch(kind, x, axis, parts, " * ");
        }

        if (open is null)
        {
            return Mismatch(kind, x, axis, parts, " * ");
        }

        // RETURNN pads only if it makes the length itself; a length that is known must divide without padding.
        var isNew = open.Expression is null && !ReferenceEquals(open, axis);
        return isNew || size == 1 || ReferenceEquals(DimMath.Product([.. parts]), axis)
            ? null
            : AxisDiagnostics.NotANewDim(kind, open, axis, x);
    }

    private static Diagnostic? SumFault(string kind, Tensor x, Dim axis, IReadOnlyList<Dim> parts, Shape others)
    {
        long size = 0;
        foreach (var part in parts)
        {
            if (AxisChecks.Added(kind, x, others, part) is { } taken)
            {
                return taken;
            }

            if (part.Size is not { } known)
            {
                return AxisDiagnostics.NoSize(kind, part, x);
            }

            size += known;
        }

        return size == axis.Size ? null : Mismatch(kind, x, axis, parts, " + ");
    }

    private static Diagnostic? JoinFault(string kind, Tensor first, Shape others, Tensor source, Dim along)
    {
        if (TypeFault(kind, first, source) is { } type)
        {
            return type;
        }

        var rest = source.Dims.Except(along);
        return rest.Equals(others) ? null : AxisDiagnostics.OtherDims(kind, others, rest, source);
    }

    private static Diagnostic? TypeFault(string kind, Tensor first, Tensor second) =>
        first.Type == second.Type && ReferenceEquals(first.Sparse, second.Sparse)
            ? null
            : ShapeDiagnostics.TypeMismatch(kind, first, second);

    private static Diagnostic Mismatch(string kind, Tensor x, Dim axis, IReadOnlyList<Dim> parts, string sign) =>
        AxisDiagnostics.Sizes(kind, $"{string.Join(sign, parts)} is not {axis}", x);

    private static SequenceValue DimList(IReadOnlyList<Dim> dims)
    {
        var items = ImmutableArray.CreateBuilder<OptionValue>(dims.Count);
        foreach (var dim in dims)
        {
            items.Add(dim);
        }

        return new(SequenceKind.List, items.MoveToImmutable());
    }

    private static Shape Merged(Shape shape, ReadOnlySpan<Dim> parts, Dim place, Dim merged)
    {
        var dims = ImmutableArray.CreateBuilder<Dim>(shape.Count);
        foreach (var dim in shape)
        {
            if (ReferenceEquals(dim, place))
            {
                dims.Add(merged);
            }
            else if (!parts.Contains(dim))
            {
                dims.Add(dim);
            }
        }

        return Shape.Create(dims.ToArray());
    }

    private static Dim FirstOf(Shape shape, ReadOnlySpan<Dim> dims)
    {
        foreach (var dim in shape)
        {
            if (dims.Contains(dim))
            {
                return dim;
            }
        }

        throw new ArgumentException("None of the dims is there.", nameof(dims));
    }
}
