namespace NetDsl.Layers;

/// <summary>Drops weights of attention in training, each by itself, as RETURNN's <c>attention_dropout</c> does.</summary>
internal static class AttentionDropout
{
    internal static void Check(double rate)
    {
        if (rate is not (>= 0.0 and < 1.0))
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "A rate is from 0 to below 1.");
        }
    }

    internal static Tensor Of(Tensor weights, double rate) => rate > 0 ? Ops.Dropout(weights, rate) : weights;
}
