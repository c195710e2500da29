namespace NetDsl.Reference;

/// <summary><c>train_flag</c>: whether the step trains.</summary>
internal sealed class TrainFlagEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = [];

    public Value? Evaluate(LayerStep step) => Value.Constant(step.IsTraining ? 1 : 0);
}
