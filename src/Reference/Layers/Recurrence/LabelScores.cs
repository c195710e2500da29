namespace NetDsl.Reference;

/// <summary>The scores that a choice reads (ChoiceLayer._get_scores).</summary>
internal static class LabelScores
{
    /// <summary>Their logarithms, by <c>input_type</c>; null if these are no scores.</summary>
    /// <param name="step">The choice.</param>
    /// <param name="scores">The batch, and the labels.</param>
    internal static Value? Logarithms(LayerStep step, Value scores) =>
        (step.Call.Text("input_type") ?? "prob") switch
        {
            "prob" => scores.Apply(Unary.SafeLog(1e-20)),
            "log_prob" => scores,
            "logits" => scores.LogSoftmax(1),
            _ => null,
        };
}
