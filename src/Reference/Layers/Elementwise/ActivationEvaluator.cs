namespace NetDsl.Reference;

/// <summary><c>activation</c>: a function of each entry, or softmax over the features, which are last then.</summary>
internal sealed class ActivationEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options =>
        ["activation", "dropout", "dropout_axis", "dropout_noise_shape", "dropout_on_forward"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { } input)
        {
            return null;
        }

        var isSoftmax = step.Call.Text("activation")?.Contains("softmax", StringComparison.Ordinal) == true;
        var (value, type) = (input.Value, input.Type);
        if (isSoftmax && type.FeatureIndex is { } feature)
        {
            (value, type) = (value.Move(feature, type.Rank - 1), type.FeatureLast());
        }

        step.State.BeforeActivation[step.Layer] = value;
        return Activation.Apply(step, value, type.FeatureIndex);
    }
}
