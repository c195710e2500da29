namespace NetDsl.Reference;

/// <summary><c>gating</c>: a function of one half of the features, times a function of the other half.</summary>
internal sealed class GatingEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = [.. SourceOptions.All, "activation", "gate_activation"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { Type.FeatureIndex: { } feature } input)
        {
            return null;
        }

        var half = input.Value.Shape[feature] / 2;
        var left = Activation.Apply(step, input.Value.Slice(feature, 0, half), feature);
        var gate = input.Value.Slice(feature, half, half);
        var right = step.Layer.Options["gate_activation"] is null
            ? gate.Apply(Unary.Sigmoid)
            : Activation.Apply(step, gate, feature, "gate_activation");
        return left is null || right is null ? null : left * right;
    }
}
