using NetDsl.Layers;

namespace NetDsl.Reference;

/// <summary><c>layer_norm</c>: features less their mean, by their deviation, scaled and shifted.</summary>
internal sealed class LayerNormEvaluator : ILayerEvaluator
{
    private const double DefaultEpsilon = 1e-6;

    public IReadOnlyCollection<string> Options { get; } = [.. SourceOptions.All, "epsilon"];

    public Value? Evaluate(LayerStep step)
    {
        if (
            step.Input() is not { } input
            || step.Parameter("scale") is not { } scale
            || step.Parameter("bias") is not { } bias
        )
        {
            return null;
        }

        var option = step.Call.Has("in_dim") ? "in_dim" : "out_dim";
        var place = step.Call.Has(option) ? step.Call.AxisOf(input.Type, option) : input.Type.FeatureIndex;
        if (place is not { } axis)
        {
            return step.Refuse(option);
        }

        var normed = Normalization.Of(input.Value, [axis], step.Call.Real("epsilon") ?? DefaultEpsilon);
        return (normed * Alignment.At(scale, [axis], input.Type.Rank)) + Alignment.At(bias, [axis], input.Type.Rank);
    }
}
