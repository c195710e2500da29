using System.Collections.Immutable;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary>Brings numbers into the axes of another tensor: the order of that, and size one where they have no such axis.</summary>
internal static class Alignment
{
    /// <summary>The numbers in that form; null if RETURNN does not match the axes, and the call then says why.</summary>
    internal static Value? Of(LayerCall call, Datum datum, TensorType target)
    {
        if (datum.Type.Rank == 0)
        {
            return datum.Value.Reshape([.. Enumerable.Repeat(1, target.Rank)]);
        }

        if (CommonType.Match(call, datum.Type, target) is not { } places)
        {
            return null;
        }

        return At(datum.Value, places, target.Rank);
    }

    /// <summary>Numbers with their axes at given places.</summary>
    /// <param name="value">The numbers.</param>
    /// <param name="places">For each axis its place.</param>
    /// <param name="rank">How many axes there are in the end.</param>
    internal static Value At(Value value, ImmutableArray<int> places, int rank)
    {
        ImmutableArray<int> order = [.. Enumerable.Range(0, places.Length).OrderBy(axis => places[axis])];
        var shape = new int[rank];
        shape.AsSpan().Fill(1);
        for (var axis = 0; axis < places.Length; axis++)
        {
            shape[places[axis]] = value.Shape[axis];
        }

        return value.Permute(order).Reshape([.. shape]);
    }
}
