using System.Collections.Immutable;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary><c>merge_dims</c>: several axes as one, in the order in which they are named.</summary>
internal sealed class MergeDimsEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = [.. SourceOptions.All, "axes", "keep_order"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { } input)
        {
            return null;
        }

        if (step.Call.AxesOf(input.Type, "axes") is not { } places)
        {
            return step.Refuse("axes");
        }

        if (step.Call.LayerClass != "combine_dims" && !step.Call.Flag("keep_order", otherwise: true))
        {
            return step.Refuse("keep_order");
        }

        return places.Length <= 1 ? input.Value : Merged(input, places);
    }

    // Where the features are if they are among them, else where the first of them is.
    private static Value Merged(Datum input, ImmutableArray<int> places)
    {
        var goal =
            input.Type.FeatureIndex is { } feature && places.Contains(feature)
                ? feature - places.Count(place => place < feature)
                : places.Min();
        var rest = Enumerable.Range(0, input.Type.Rank).Where(place => !places.Contains(place)).ToImmutableArray();
        var value = input.Value.Permute([.. rest[..goal], .. places, .. rest[goal..]]);
        var size = places.Aggregate(1, (product, place) => product * input.Value.Shape[place]);
        return value.Reshape([.. value.Shape[..goal], size, .. value.Shape[(goal + places.Length)..]]);
    }
}
