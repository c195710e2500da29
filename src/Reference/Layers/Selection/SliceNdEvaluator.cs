using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary><c>slice_nd</c>: a part of an axis that starts somewhere else for each sequence; zeros beyond its end.</summary>
internal sealed class SliceNdEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } =
    [.. SourceOptions.All, "start", "size", "min_size", "axis", "out_spatial_dim"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { } input || step.AxisOf(input.Type, "axis", "T") is not { } axis)
        {
            return null;
        }

        var start = step.Layer.References.Any(reference => reference.Option == "start")
            ? step.Other("start")
            : new(new TensorType([], "int32"), Value.Constant(step.Call.Integer("start") ?? 0));
        if (start is null || Sizes(step, input, axis, start) is not { } sizes)
        {
            return null;
        }

        var size = (int)Math.Max(sizes.Data.Append(0).Max(), step.Call.Integer("min_size") ?? 0);
        if (start.Type.Rank == 0)
        {
            return input.Value.Slice(axis, (int)start.Value.Array.Data[0], size);
        }

        var part = step.Call.Option("size") is DimValue dim
            ? step.State.Net.Space.Of(dim.Value)
            : step.Type.Axes.FirstOrDefault(made => !input.Type.Has(made) && !start.Type.Has(made));
        return part is null
            ? step.Refuse("size")
            : Gathering.Of(step, input, Positions(step, input, axis, start, sizes, size, part), axis, isClipped: false);
    }

    // Before the start and behind the end of a sequence is nothing.
    private static Datum Positions(
        LayerStep step,
        Datum input,
        int axis,
        Datum start,
        NdArray sizes,
        int size,
        Axis part
    )
    {
        var lengths = step.Lengths.Of(input.Type.Axes[axis]);
        var starts = start.Value.Array;
        var positions = NdArray.Zeros([.. starts.Shape, size]);
        for (var place = 0; place < positions.Count; place++)
        {
            var (at, offset) = (place / size, place % size);
            var position = (int)starts.Data[at] + offset;
            var last =
                lengths is { } known && start.Type.BatchIndex is { } batch
                    ? known[at / NdArray.CountOf(starts.Shape[(batch + 1)..]) % known.Length]
                    : lengths?.Max() ?? input.Value.Shape[axis];
            var isBeyond = position < 0 || position >= last || offset >= sizes.Data[sizes.Count == 1 ? 0 : at];
            positions.Data[place] = isBeyond ? -1 : position;
        }

        return new(start.Type.Insert(part, start.Type.Rank), Value.Constant(positions));
    }

    // One for each start, or one for all.
    private static NdArray? Sizes(LayerStep step, Datum input, int axis, Datum start)
    {
        switch (step.Call.Option("size"))
        {
            case IntegerValue number:
                return NdArray.Scalar(number.Value);
            case DimValue dim when step.Lengths.Extent(step.State.Net.Space.Of(dim.Value)) is { } extent:
                return NdArray.Scalar(extent);
            case StringValue when step.Other("size") is { } given && given.Value.Array.Count == start.Value.Array.Count:
                return Learned(step, input, start, given.Value.Array);
            case null:
                return Rest(step, input, axis, start);
            default:
                step.Refuse("size");
                return null;
        }
    }

    private static NdArray? Rest(LayerStep step, Datum input, int axis, Datum start)
    {
        var entries = Value.Constant((double)input.Value.Shape[axis]);
        if (step.Lengths.Of(input.Type.Axes[axis]) is { } lengths)
        {
            if (start.Type.Rank > 1 || (start.Type.Rank == 1 && start.Type.BatchIndex is null))
            {
                step.Refuse("start");
                return null;
            }

            entries = Value.Constant(new NdArray([lengths.Length], [.. lengths.Select(length => (double)length)]));
        }

        var sizes = (entries - start.Value.Stop()).Combine(Binary.Maximum, Value.Constant(0)).Array;
        return Learned(step, input, start, sizes);
    }

    // The part has these lengths if nobody has said others.
    private static NdArray Learned(LayerStep step, Datum input, Datum start, NdArray sizes)
    {
        var made = step.Type.Axes.FirstOrDefault(part =>
            part.Size is null && !part.IsBatch && !input.Type.Has(part) && !start.Type.Has(part)
        );
        if (made is not null && sizes.Rank == 1 && step.Lengths.Of(made) is null)
        {
            step.Lengths.Set(made, [.. sizes.Data.Select(size => (int)size)]);
        }

        return sizes;
    }
}
