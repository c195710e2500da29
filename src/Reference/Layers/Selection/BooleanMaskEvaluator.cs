using System.Collections.Immutable;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary><c>boolean_mask</c>: the entries that a mask picks, of all sequences along one axis.</summary>
internal sealed class BooleanMaskEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = ["mask", "dims"];

    public Value? Evaluate(LayerStep step)
    {
        if (
            step.Sources is not [var source]
            || step.Other("mask") is not { } mask
            || step.Call.Dims("dims") is not { } dims
        )
        {
            return step.Refuse("mask");
        }

        var (axes, ofMask) = (dims.Select(source.Type.IndexOf).ToList(), dims.Select(mask.Type.IndexOf).ToList());
        if (axes.Contains(null) || ofMask.Contains(null))
        {
            return step.Refuse("dims");
        }

        var rest = Enumerable.Range(0, source.Type.Rank).Where(axis => !axes.Contains(axis));
        var value = source.Value.Permute([.. axes.Select(axis => axis!.Value), .. rest]);
        var flags = mask.Value.Array.Permute([.. ofMask.Select(axis => axis!.Value)]).Data;
        ImmutableArray<int> picked = [.. Enumerable.Range(0, flags.Length).Where(place => flags[place] != 0)];
        return value.Reshape([flags.Length, .. value.Shape[axes.Count..]]).Take(0, picked);
    }
}
