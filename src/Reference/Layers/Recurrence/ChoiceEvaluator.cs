namespace NetDsl.Reference;

/// <summary><c>choice</c> without search: the target. <c>decide</c>: its source.</summary>
internal sealed class ChoiceEvaluator : ILayerEvaluator
{
    public IReadOnlyCollection<string> Options =>
        [
            "beam_size",
            "input_type",
            "length_normalization",
            "search",
            "keep_beams",
            "prob_scale",
            "base_beam_score_scale",
        ];

    public Value? Evaluate(LayerStep step) =>
        step.Call.Flag("search") || !step.Call.Has("target") ? step.Refuse("search")
        : step.Other("target") is { } target ? step.Arranged(target.Value, target.Type.Axes)
        : null;
}
