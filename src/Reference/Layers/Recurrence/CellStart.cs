using System.Collections.Immutable;
using NetDsl.Emit;

namespace NetDsl.Reference;

/// <summary>What a unit keeps before its first step (<c>initial_state</c>): one value for all it keeps, a list, or a dict by name.</summary>
internal static class CellStart
{
    private const string Option = "initial_state";

    private static readonly ImmutableArray<string> ofMemory = ["c", "h"];

    /// <summary>The vectors; null if they are not known, and the step then says so.</summary>
    internal static ImmutableArray<Value>? Of(LayerStep step, IRecurrentCell cell, int sequences, int size)
    {
        ImmutableArray<string> names = cell.StateCount == ofMemory.Length ? ofMemory : ["var"];
        var given = step.Call.Option(Option);
        var states = ImmutableArray.CreateBuilder<Value>();
        for (var index = 0; index < names.Length; index++)
        {
            var (value, place) = given switch
            {
                DictValue dict => (dict[names[index]], new Place($"{Option}/{names[index]}", 0)),
                SequenceValue list when index < list.Items.Length => (list.Items[index], new Place(Option, index)),
                _ => (given, new Place(Option, 0)),
            };
            if (One(step, value, place, names[index], [sequences, size]) is not { } state)
            {
                return null;
            }

            states.Add(state);
        }

        return states.ToImmutable();
    }

    private static Value? One(
        LayerStep step,
        OptionValue? value,
        Place place,
        string name,
        ImmutableArray<int> shape
    ) =>
        value switch
        {
            null
            or NoneValue
            or StringValue { Value: "zeros" }
            or IntegerValue { Value: 0 }
            or RealValue { Value: 0 } => Value.Constant(NdArray.Zeros(shape)),
            StringValue { Value: "ones" } or IntegerValue { Value: 1 } => Value.Constant(NdArray.Filled(shape, 1)),
            StringValue { Value: "var" } => Trained(step, name, shape),
            StringValue { Value: not ("keep_over_epoch" or "keep_over_epoch_no_init" or "placeholder") } => OfLayer(
                step,
                place,
                shape
            ),
            _ => step.Refuse(Option),
        };

    private static Value? Trained(LayerStep step, string name, ImmutableArray<int> shape)
    {
        var scope = step.Call.Has("name_scope") ? "" : "rec/";
        return step.Parameter($"{scope}initial_{name}") is { } start ? CellInput.Row(start).Expand(shape) : null;
    }

    // What a recurrent layer keeps at its end, or another layer's output.
    private static Value? OfLayer(LayerStep step, Place place, ImmutableArray<int> shape)
    {
        if (step.Other(place.Option, place.Index) is not { } datum)
        {
            return step.Refuse(Option);
        }

        var reference = step.Layer.References.First(item => item.Option == place.Option && item.Index == place.Index);
        if (
            reference.Target is LayerTarget { Layer: var layer }
            && step.State.CellStates.TryGetValue(layer, out var kept)
            && kept.Join(1) is var joined
            && joined.Shape.SequenceEqual(shape)
        )
        {
            return joined;
        }

        return
            datum.Type is { Rank: 2, BatchIndex: { } batch }
            && datum.Value.Move(batch, 0) is var rows
            && rows.Shape.SequenceEqual(shape)
            ? rows
            : step.Refuse(Option);
    }

    private readonly record struct Place(string Option, int Index);
}
