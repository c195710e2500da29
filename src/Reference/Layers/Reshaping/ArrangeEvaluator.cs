namespace NetDsl.Reference;

/// <summary><c>transpose</c> and <c>swap_axes</c>: the axes in another order.</summary>
internal sealed class ArrangeEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = [.. SourceOptions.All, "perm", "axis1", "axis2"];

    public Value? Evaluate(LayerStep step) =>
        step.Input() is { } input ? step.Arranged(input.Value, input.Type.Axes) : null;
}
