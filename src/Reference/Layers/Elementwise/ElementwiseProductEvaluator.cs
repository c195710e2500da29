using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary><c>elemwise_prod</c>: each entry times a weight of its place along axes.</summary>
internal sealed class ElementwiseProductEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = [.. SourceOptions.All, "axes", "size"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { } input || step.Parameter("W") is not { } weights)
        {
            return null;
        }

        return step.Call.AxesOf(input.Type, "axes") is { } axes
            ? input.Value * Alignment.At(weights, [.. axes.Order()], input.Type.Rank)
            : step.Refuse("axes");
    }
}
