namespace NetDsl.Reference;

/// <summary><c>choice</c>: without search the target, in search the best labels (contract 8).</summary>
internal sealed class ChoiceEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } =
    ["beam_size", "input_type", "length_normalization", "search", "prob_scale", "base_beam_score_scale"];

    public Value? Evaluate(LayerStep step)
    {
        if (step.State.Beam is { } beam && step.Call.IsOn("search", otherwise: true))
        {
            return BeamSearch.Choose(step, beam);
        }

        return step.Call.Flag("search") || !step.Call.Has("target") ? step.Refuse("search")
            : step.Other("target") is { } target ? step.Arranged(target.Value, target.Type.Axes)
            : null;
    }
}
