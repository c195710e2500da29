namespace NetDsl.Reference;

/// <summary><c>choice</c>: without search the target, or a label drawn by the scores; in search the best labels (contract 8).</summary>
internal sealed class ChoiceEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options { get; } =
    [
        "beam_size",
        "input_type",
        "length_normalization",
        "search",
        "prob_scale",
        "base_beam_score_scale",
        "scheduled_sampling",
    ];

    public Value? Evaluate(LayerStep step)
    {
        if (step.State.Beam is { } beam && step.Call.IsOn("search", otherwise: true))
        {
            return BeamSearch.Choose(step, beam);
        }

        if (step.Call.Flag("search") || !step.Call.Has("target"))
        {
            return step.Refuse("search");
        }

        var gold = step.Other("target") is { } target ? step.Arranged(target.Value, target.Type.Axes) : null;
        return gold is null ? null
            : step.Call.Flag("scheduled_sampling") ? LabelSampling.Draw(step, gold)
            : gold;
    }
}
