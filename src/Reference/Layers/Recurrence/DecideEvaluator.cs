namespace NetDsl.Reference;

/// <summary><c>decide</c> without search: the source, batch first.</summary>
internal sealed class DecideEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options => ["length_normalization"];

    public Value? Evaluate(LayerStep step) => step.Arranged(step.Sources[0].Value, step.Sources[0].Type.Axes);
}
