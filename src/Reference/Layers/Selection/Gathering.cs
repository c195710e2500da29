using System.Collections.Immutable;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary>Entries along an axis, looked up at places that differ along other axes.</summary>
internal static class Gathering
{
    /// <summary>The entries, with the axes that <see cref="GatherShape"/> infers; null if they do not fit, and the step then says so.</summary>
    /// <param name="step">The layer.</param>
    /// <param name="input">What is looked into.</param>
    /// <param name="position">The places.</param>
    /// <param name="axis">Where.</param>
    /// <param name="isClipped">Whether places that are not there are moved to the next that is; otherwise 0 stands there.</param>
    internal static Value? Of(LayerStep step, Datum input, Datum position, int axis, bool isClipped)
    {
        if (SharedAxes.Of(step.Call, input.Type, position.Type, axis) is not { } shared)
        {
            return step.Refuse("position");
        }

        var before = Math.Max(shared.OfInput.Length, axis) - shared.OfInput.Length;
        var (ofInput, ofPosition) = (new List<int>(), new List<int>());
        void Add(int inputAxis, int positionAxis)
        {
            ofInput.Add(inputAxis);
            ofPosition.Add(positionAxis);
        }

        for (var index = 0; index < shared.OfInput.Length; index++)
        {
            Add(shared.OfInput[index], shared.OfPosition[index]);
        }

        shared.OnlyInput[..before].ToList().ForEach(place => Add(place, -1));
        shared.OnlyPosition.ToList().ForEach(place => Add(-1, place));
        shared.OnlyInput[before..].ToList().ForEach(place => Add(place, -1));
        return Picked(step, input, position, axis, isClipped, ofInput, ofPosition);
    }

    private static Value Picked(
        LayerStep step,
        Datum input,
        Datum position,
        int axis,
        bool isClipped,
        List<int> ofInput,
        List<int> ofPosition
    )
    {
        var (from, at) = (input.Value.Shape, position.Value.Shape);
        var (strides, positionStrides) = (NdArray.StridesOf(from), NdArray.StridesOf(at));
        ImmutableArray<int> shape =
        [
            .. ofInput.Select((place, index) => place >= 0 ? from[place] : at[ofPosition[index]]),
        ];
        var inputWalk = new GridWalk(shape, [.. ofInput.Select(place => place < 0 ? 0 : strides[place])]);
        var positionWalk = new GridWalk(shape, [.. ofPosition.Select(place => place < 0 ? 0 : positionStrides[place])]);
        var last = LastPlaces(step, input, axis, shape, ofInput);
        var places = new int[NdArray.CountOf(shape)];
        for (var place = 0; place < places.Length; place++)
        {
            var offset = inputWalk.Next();
            var index = (int)position.Value.Array.Data[positionWalk.Next()];
            index = isClipped ? Math.Clamp(index, 0, last?[place] ?? from[axis] - 1) : index;
            places[place] = index < 0 || index >= from[axis] ? -1 : offset + (index * strides[axis]);
        }

        return Value.Of(new Pick(shape, places), input.Value);
    }

    // Of each sequence its own last frame.
    private static int[]? LastPlaces(
        LayerStep step,
        Datum input,
        int axis,
        ImmutableArray<int> shape,
        List<int> ofInput
    )
    {
        if (
            step.Lengths.Of(input.Type.Axes[axis]) is not { } lengths
            || input.Type.BatchIndex is not { } batch
            || ofInput.IndexOf(batch) is not (>= 0 and var place)
        )
        {
            return null;
        }

        var inner = NdArray.CountOf(shape[(place + 1)..]);
        return
        [
            .. Enumerable
                .Range(0, NdArray.CountOf(shape))
                .Select(index => Math.Max(lengths[index / inner % lengths.Length] - 1, 0)),
        ];
    }
}
