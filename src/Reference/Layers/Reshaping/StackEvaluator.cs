namespace NetDsl.Reference;

/// <summary><c>stack</c>: the sources beside each other along a new axis.</summary>
internal sealed class StackEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = ["axis", "out_spatial_dim"];

    public Value? Evaluate(LayerStep step)
    {
        var common = NetDsl.Layers.CommonType.Of(
            step.Call,
            step.Call.Sources,
            ignoreFeature: false,
            mayBroadcastAll: false
        );
        if (common is null)
        {
            return step.Refuse("from");
        }

        var place = 0;
        while (place < common.Rank && common.Axes[place].IsSame(step.Type.Axes[place]))
        {
            place++;
        }

        var values = new List<Value>();
        foreach (var source in step.Sources)
        {
            if (step.Aligned(source, common) is not { } aligned)
            {
                return null;
            }

            values.Add(aligned);
        }

        var shape = values.Aggregate(values[0].Shape, (all, value) => Broadcasting.Common(all, value.Shape));
        return values.Select(value => value.Expand(shape)).ToList().Stack(place);
    }
}
