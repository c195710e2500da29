using System.Collections.Immutable;
using NetDsl.Emit;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary>What <c>prev:</c> means in the first step of a loop (contract 8).</summary>
internal static class InitialOutput
{
    internal static Datum? Of(StepState state, NetLayer layer)
    {
        if (state.Net[layer].Type is not { } type)
        {
            return null;
        }

        switch (layer.Options["initial_output"])
        {
            case null or NoneValue or StringValue { Value: "zeros" }:
                return Filled(state, type, 0);
            case StringValue { Value: "ones" }:
                return Filled(state, type, 1);
            case IntegerValue number:
                return Filled(state, type, number.Value);
            case RealValue number:
                return Filled(state, type, number.Value);
            case StringValue { Value: not ("var" or "keep_over_epoch" or "keep_over_epoch_no_init" or "apply(0)") }:
                return OfLayer(state, layer, type);
            default:
                return null;
        }
    }

    private static Datum? OfLayer(StepState state, NetLayer layer, TensorType type)
    {
        var reference = layer.References.FirstOrDefault(reference => reference.Option == "initial_output");
        return
            reference is not null
            && state.Lookup.Find(reference) is { } start
            && Alignment.Of(state.Net.Call(layer), start, type) is { } value
            && ShapeOf(state, type) is { } shape
            ? new(type, value.Expand(shape))
            : null;
    }

    private static Datum? Filled(StepState state, TensorType type, double number) =>
        ShapeOf(state, type) is { } shape ? new(type, Value.Constant(NdArray.Filled(shape, number))) : null;

    private static ImmutableArray<int>? ShapeOf(StepState state, TensorType type)
    {
        var shape = ImmutableArray.CreateBuilder<int>(type.Rank);
        foreach (var axis in type.Axes)
        {
            if (state.Lengths.Extent(axis) is not { } extent)
            {
                return null;
            }

            shape.Add(extent);
        }

        return shape.MoveToImmutable();
    }
}
