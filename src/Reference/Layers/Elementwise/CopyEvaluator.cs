namespace NetDsl.Reference;

/// <summary><c>copy</c>, <c>dropout</c>, <c>identity</c>: the sources as they are, several concatenated.</summary>
internal sealed class CopyEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = [.. SourceOptions.All];

    public Value? Evaluate(LayerStep step) => step.Input()?.Value;
}
