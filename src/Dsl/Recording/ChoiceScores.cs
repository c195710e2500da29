namespace NetDsl;

/// <summary>What the scores are that labels are chosen by (contract 8).</summary>
public enum ChoiceScores
{
    /// <summary>Any real numbers: their log-softmax is what counts.</summary>
    Logits,

    /// <summary>Probabilities.</summary>
    Probabilities,

    /// <summary>Logarithms of probabilities.</summary>
    LogProbabilities,
}
