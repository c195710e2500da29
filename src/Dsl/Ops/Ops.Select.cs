using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetDsl;

/// <content>What picks entries by their place, and finds places.</content>
public static partial class Ops
{
    /// <summary>
    /// The entries at given places along a dim, as <c>tf.gather</c>: an embedding is <c>Gather(table, labels, axis: classes)</c>.
    /// </summary>
    /// <param name="values">Holds the dim.</param>
    /// <param name="indices">Whole numbers from 0. Dims that both have are kept once: each entry there has places of its own.</param>
    /// <param name="axis">The dim that goes away; the other dims of the indices come instead.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor Gather(
        Tensor values,
        Tensor indices,
        Dim axis,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        var fault =
            !values.Dims.Contains(axis) ? ShapeDiagnostics.NoSuchDim("gather", [axis], values)
            : indices.Type is not (DataType.Int32 or DataType.Int64)
                ? ShapeDiagnostics.WrongType("gather", "whole numbers as indices", indices)
            : null;
        return Layer.Function(
            "gather",
            [values],
            OptionValue.Dict(("position", indices), ("axis", axis)),
            new(GatheredDims(values.Dims, indices.Dims, axis), values.Type, values.Sparse),
            new(file, line),
            fault
        );
    }

    /// <summary>The entries at one place along a dim.</summary>
    /// <param name="values">Holds the dim.</param>
    /// <param name="index">The place, from 0.</param>
    /// <param name="axis">The dim that goes away.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor Gather(
        Tensor values,
        int index,
        Dim axis,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        var fault =
            !values.Dims.Contains(axis) ? ShapeDiagnostics.NoSuchDim("gather", [axis], values)
            : axis.Size <= index ? ShapeDiagnostics.TooFewEntries("gather", index + 1, axis, values)
            : null;
        return Layer.Function(
            "gather",
            [values],
            OptionValue.Dict(("position", index), ("axis", axis)),
            new(values.Dims.Except(axis), values.Type, values.Sparse),
            new(file, line),
            fault
        );
    }

    /// <summary>
    /// Adds entries up at given places along a new dim, as <c>tf.scatter_nd</c>; places that nothing is added to are 0.
    /// Frames behind the end of a sequence are added, too: give them an index below 0 and drop those.
    /// </summary>
    /// <param name="updates">What is added; for dims of the indices that it lacks, the same for all.</param>
    /// <param name="indices">Whole numbers: where along the new dim.</param>
    /// <param name="axis">The dim of the indices that goes away.</param>
    /// <param name="into">The dim that comes in its place.</param>
    /// <param name="dropInvalid">Whether indices outside of the new dim are left out; otherwise they are an error on a CPU.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor ScatterAdd(
        Tensor updates,
        Tensor indices,
        Dim axis,
        Dim into,
        bool dropInvalid = false,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        const string Kind = "scatter_nd";
        var frames = indices.Dims.Except(axis);
        var others = updates.Dims.Except(axis).Except(frames);

        // RETURNN puts a real 0 in the place of what is dropped.
        var fits = dropInvalid ? updates.Type == DataType.Float32 : updates.Type != DataType.Bool;
        var fault =
            !indices.Dims.Contains(axis) ? ShapeDiagnostics.NoSuchDim(Kind, [axis], indices)
            : axis.Kind == DimKind.Batch ? ShapeDiagnostics.AlongBatch(Kind, indices)
            : indices.Type is not (DataType.Int32 or DataType.Int64)
                ? ShapeDiagnostics.WrongType(Kind, "whole numbers as indices", indices)
            : !fits || updates.Sparse is not null
                ? ShapeDiagnostics.WrongType(Kind, dropInvalid ? "a real number" : "a number", updates)
            : frames.Contains(into) ? ShapeDiagnostics.DimIsThere(Kind, into, indices)
            : others.Contains(into) ? ShapeDiagnostics.DimIsThere(Kind, into, updates)
            : null;
        return Layer.Function(
            Kind,
            [updates],
            OptionValue.Dict(
                ("position", indices),
                ("position_axis", axis),
                ("out_spatial_dim", into),
                ("filter_invalid_indices", dropInvalid)
            ),
            new(Replaced(indices.Dims, axis, into).Union(others), updates.Type),
            new(file, line),
            fault
        );
    }

    /// <summary>Vectors of class indices: 1 for the class, 0 for all others.</summary>
    /// <param name="indices">Class indices; the dim they point into comes as a further one.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor OneHot(Tensor indices, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var location = new SourceLocation(file, line);
        return Record(new CastNode(IsClass("one_hot", indices, location), DataType.Float32), location);
    }

    /// <summary>Where the largest entry along a dim is; of several, the first.</summary>
    /// <param name="x">Holds the dim.</param>
    /// <param name="axis">The dim that goes away; the result are indices into it.</param>
    /// <param name="masked">Whether frames behind the end of a sequence are left out.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor ArgMax(
        Tensor x,
        Dim axis,
        bool masked = true,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Reduce(ReduceMode.ArgMax, x, [axis], masked, new(file, line));

    /// <summary>Where the smallest entry along a dim is; arguments as for <see cref="ArgMax"/>.</summary>
    public static Tensor ArgMin(
        Tensor x,
        Dim axis,
        bool masked = true,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    ) => Reduce(ReduceMode.ArgMin, x, [axis], masked, new(file, line));

    /// <summary>The largest entries along a dim, the largest first, and where they are. Frames behind the end of a sequence are left out.</summary>
    /// <param name="x">Holds the dim.</param>
    /// <param name="axis">The dim that goes away; the indices point into it.</param>
    /// <param name="best">The dim that comes instead; its size says how many.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">The new dim has no size of its own.</exception>
    public static (Tensor Values, Tensor Indices) TopK(
        Tensor x,
        Dim axis,
        Dim best,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        const string Kind = "top_k";
        var count = best.Size ?? throw new ArgumentException("The size of the dim says how many.", nameof(best));
        var location = new SourceLocation(file, line);
        var frames = x.Dims.Except(axis);
        var fault =
            !x.Dims.Contains(axis) ? ShapeDiagnostics.NoSuchDim(Kind, [axis], x)
            : x.Type == DataType.Bool || x.Sparse is not null ? ShapeDiagnostics.WrongType(Kind, "a number", x)
            : axis.Size < count ? ShapeDiagnostics.TooFewEntries(Kind, count, axis, x)
            : frames.Contains(best) ? ShapeDiagnostics.DimIsThere(Kind, best, x)
            : null;
        var dims = frames.Union([best]);
        var values = Layer.Function(
            Kind,
            [x],
            OptionValue.Dict(("axis", axis), ("k", count), ("k_dim", best), ("sorted", true)),
            new(dims, x.Type),
            location,
            fault
        );
        return (values, Layer.Part(values, "indices", new(dims, DataType.Int32, axis), location));
    }

    /// <summary>Where values would have to stand in sorted sequences, as <c>tf.searchsorted</c>: whole numbers from 0.</summary>
    /// <param name="sequences">Sorted along the dim, the smallest first.</param>
    /// <param name="values">What is searched for: all dims of the sequences but the sorted one, and exactly one more.</param>
    /// <param name="axis">The sorted dim.</param>
    /// <param name="right">Whether equal entries come before the place, otherwise behind it.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Tensor SearchSorted(
        Tensor sequences,
        Tensor values,
        Dim axis,
        bool right = false,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        const string Kind = "search_sorted";
        var frames = sequences.Dims.Except(axis);
        var missing = frames.Except(values.Dims);
        var fault =
            !sequences.Dims.Contains(axis) ? ShapeDiagnostics.NoSuchDim(Kind, [axis], sequences)
            : missing.Count > 0 ? ShapeDiagnostics.NoSuchDim(Kind, missing, values)
            : values.Dims.Count != frames.Count + 1 ? ShapeDiagnostics.NotOneMore(Kind, sequences, values)
            : values.Type != sequences.Type ? ShapeDiagnostics.TypeMismatch(Kind, sequences, values)
            : values.Type == DataType.Bool || values.Sparse is not null
                ? ShapeDiagnostics.WrongType(Kind, "a number", values)
            : null;
        return Layer.Function(
            Kind,
            [],
            OptionValue.Dict(
                ("sorted_sequence", sequences),
                ("values", values),
                ("axis", axis),
                ("side", right ? "right" : "left")
            ),
            new(Ordered(frames, values.Dims), DataType.Int32),
            new(file, line),
            fault
        );
    }

    /// <summary>
    /// The entries where a mask is true, one after the other along a new dim; the dims of the mask go away, the batch among them.
    /// Frames behind the end of a sequence are no exception: the mask must be false there.
    /// </summary>
    /// <param name="x">Holds all dims of the mask.</param>
    /// <param name="mask">Truth values.</param>
    /// <param name="into">The new dim, made with <see cref="Dim.Dynamic"/> for this.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">The new dim has a size.</exception>
    public static Tensor BooleanMask(
        Tensor x,
        Tensor mask,
        Dim into,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0
    )
    {
        const string Kind = "boolean_mask";
        if (!into.IsDynamic)
        {
            throw new ArgumentException("How many entries there are is known only when the net runs.", nameof(into));
        }

        var missing = mask.Dims.Except(x.Dims);
        var others = x.Dims.Except(mask.Dims);
        var fault =
            missing.Count > 0 ? ShapeDiagnostics.NoSuchDim(Kind, missing, x)
            : mask.Dims.Count == 0 ? ShapeDiagnostics.NothingToReduce(Kind, mask)
            : mask.Type != DataType.Bool ? ShapeDiagnostics.WrongType(Kind, "a truth value as its mask", mask)
            : x.Dims.Contains(into) ? ShapeDiagnostics.DimIsThere(Kind, into, x)
            : null;
        return Layer.Function(
            Kind,
            [x],
            OptionValue.Dict(("mask", mask), ("dims", DimList(mask.Dims)), ("out_dim", into)),
            new(PackedDims(into, others), x.Type, x.Sparse),
            new(file, line),
            fault
        );
    }

    /// <summary>Whether a class is the one that an index names: the dims of the indices and that of the classes.</summary>
    private static Tensor IsClass(string kind, Tensor indices, SourceLocation location)
    {
        var classes = indices.Sparse;
        var fault =
            classes is null ? ShapeDiagnostics.NotIndices(kind, indices)
            : classes.Size is null ? ShapeDiagnostics.ClassesNotKnown(kind, classes, indices)
            : indices.Dims.Contains(classes) ? ShapeDiagnostics.DimIsThere(kind, classes, indices)
            : null;
        var options = OptionValue.Dict(
            ("limit", classes?.Size ?? 1),
            ("start", 0),
            ("delta", 1),
            ("dtype", NameOf(indices.Type)),
            ("out_spatial_dim", classes is null ? OptionValue.None : classes)
        );
        var numbers = new LayerNode(
            "range",
            [],
            options,
            new(classes is null ? Shape.Scalar : [classes], indices.Type),
            []
        )
        {
            HasVariables = false,
            Fault = indices.IsFaulty ? null : fault,
        };

        // It reads nothing that would name the net.
        var net = Net.Of(indices) ?? throw Net.NothingRecording();
        var range = net.Record(numbers, location)[0];
        return Compare(ComparisonOperator.Equal, Broadcast(indices), range, location);
    }

    // In RETURNN's order, which JSON goes by: shared dims, then those of the indices in the place of the one that goes.
    private static Shape GatheredDims(Shape values, Shape indices, Dim axis)
    {
        var dims = new List<Dim>(values.Count + indices.Count);
        foreach (var dim in values)
        {
            if (indices.Contains(dim) && dim != axis)
            {
                dims.Add(dim);
            }
        }

        foreach (var dim in values)
        {
            if (dim == axis)
            {
                dims.AddRange(indices.Except(CollectionsMarshal.AsSpan(dims)));
            }
            else if (!dims.Contains(dim))
            {
                dims.Add(dim);
            }
        }

        return Shape.Create(CollectionsMarshal.AsSpan(dims));
    }

    private static Shape Replaced(Shape dims, Dim old, Dim made)
    {
        if (dims.Contains(made))
        {
            return dims.Except(old).Union([made]);
        }

        var result = new Dim[dims.Count];
        for (var place = 0; place < result.Length; place++)
        {
            result[place] = dims[place] == old ? made : dims[place];
        }

        return Shape.Create(result);
    }

    private static Shape Ordered(Shape first, Shape dims) => dims.ContainsAll(first) ? first.Union(dims) : dims;

    private static Shape PackedDims(Dim packed, Shape others) => [packed, .. others.Except(packed)];

    private static OptionValue DimList(Shape dims)
    {
        var items = new OptionValue[dims.Count];
        for (var place = 0; place < items.Length; place++)
        {
            items[place] = dims[place];
        }

        return OptionValue.List(items);
    }

    private static string NameOf(DataType type) =>
        type switch
        {
            DataType.Float32 => "float32",
            DataType.Int32 => "int32",
            DataType.Int64 => "int64",
            _ => "bool",
        };
}
