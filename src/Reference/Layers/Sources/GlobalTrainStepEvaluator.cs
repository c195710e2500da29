namespace NetDsl.Reference;

/// <summary><c>global_train_step</c>: how many steps came before; here this is the first.</summary>
internal sealed class GlobalTrainStepEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = [];

    public Value? Evaluate(LayerStep step) => Value.Constant(0);
}
