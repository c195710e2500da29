namespace NetDsl.Reference;

/// <summary><c>rec_unstack</c>: of a tensor outside of the loop, the frame of this step.</summary>
internal sealed class RecUnstackEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } = ["axis", "declare_rec_time"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.Input() is not { } input)
        {
            return null;
        }

        for (var scope = step.Layer.Scope; scope is not null; scope = scope.Parent)
        {
            if (
                step.State.Frames.TryGetValue(scope, out var frame)
                && frame.Axis is { } axis
                && input.Type.IndexOf(axis) is { } index
            )
            {
                return input.Value.Slice(index, frame.Index, 1).Remove(index);
            }
        }

        return step.Refuse("axis");
    }
}
