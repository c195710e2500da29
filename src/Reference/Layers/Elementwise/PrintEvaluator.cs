namespace NetDsl.Reference;

/// <summary><c>print</c>: the source as it is; every step computes it (contract 4.3).</summary>
internal sealed class PrintEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = [];

    public Value? Evaluate(LayerStep step)
    {
        if (!step.Call.IsInLoop)
        {
            step.State.Registered.Add(step.Layer);
        }

        return step.Sources is [var source] ? source.Value : step.Refuse("from");
    }
}
