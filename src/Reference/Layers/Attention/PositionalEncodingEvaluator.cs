using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary><c>positional_encoding</c>: waves that tell the place in time, added to the source or by themselves; in a loop, of its step.</summary>
internal sealed class PositionalEncodingEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } =
    [.. SourceOptions.All, "axis", "add_to_input", "constant", "offset"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { } input || Places(step, input) is not { } places)
        {
            return null;
        }

        var width = step.Type.Axes[^1].Size!.Value;
        var waves = Waves.Of([.. places.Data.Select(place => (int)place)], width);
        var signal = Value.Constant(waves).Reshape([.. places.Shape, width]);
        if (step.Call.Flag("add_to_input"))
        {
            return input.Value + signal;
        }

        return step.ShapeOf(step.Type) is { } shape ? signal.Expand(shape) : null;
    }

    // With the axes of the output but for the features, size one where all is the same.
    private static NdArray? Places(LayerStep step, Datum input)
    {
        var type = step.Type.Without(step.Type.Rank - 1);
        if (step.Call.Integer("constant") is { } constant and > -1)
        {
            return WithOffset(step, type, NdArray.Filled([.. Enumerable.Repeat(1, type.Rank)], constant));
        }

        // One step of a loop counts the steps before it, unless it has frames of its own.
        if (!step.Call.Has("axis") && input.Type.TimeIndex is null)
        {
            return step.State.Frames.GetValueOrDefault(LoopAround(step)) is { } frame
                ? WithOffset(step, type, NdArray.Filled([.. Enumerable.Repeat(1, type.Rank)], frame.Index))
                : Refused(step);
        }

        if (
            step.AxisOf(step.Type, "axis", "T") is not { } axis
            || step.AxisOf(input.Type, "axis", "T") is not { } source
        )
        {
            return null;
        }

        var count = input.Value.Shape[source];
        var shape = Enumerable.Repeat(1, type.Rank).ToImmutableArray().SetItem(axis, count);
        return WithOffset(step, type, new(shape, [.. Enumerable.Range(0, count).Select(place => (double)place)]));
    }

    private static NdArray? Refused(LayerStep step)
    {
        step.Refuse("axis");
        return null;
    }

    private static NetDsl.Emit.NetScope LoopAround(LayerStep step)
    {
        var scope = step.Layer.Scope;
        while (scope.Parent is { } parent && !step.State.Frames.ContainsKey(scope))
        {
            scope = parent;
        }

        return scope;
    }

    private static NdArray? WithOffset(LayerStep step, NetDsl.Layers.TensorType type, NdArray places)
    {
        if (!step.Call.Has("offset"))
        {
            return places;
        }

        return step.Other("offset") is { } offset && step.Aligned(offset, type) is { } aligned
            ? Binary.Add.Compute([places, aligned.Array])
            : null;
    }
}
