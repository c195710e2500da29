using System.Collections.Immutable;
using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary><c>reshape</c>: some axes as others with as many entries in all.</summary>
internal sealed class ReshapeEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = ["in_dims", "out_dims"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Sources is not [var input] || step.ShapeOf(step.Type) is not { } shape)
        {
            return null;
        }

        var places = ImmutableArray.CreateBuilder<int>();
        foreach (var item in step.Call.List("in_dims"))
        {
            if (step.Call.AxisOf(input.Type, "in_dims", item) is not { } place)
            {
                return step.Refuse("in_dims");
            }

            places.Add(place);
        }

        // They go to where the first of them is.
        var rest = Enumerable.Range(0, input.Type.Rank).Where(axis => !places.Contains(axis)).ToList();
        rest.InsertRange(places.Min(), places);
        return input.Value.Permute([.. rest]).Reshape(shape);
    }
}
