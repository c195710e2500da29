namespace NetDsl.Layers;

/// <summary>How the blocks of a <see cref="ConformerEncoder"/> are made; what is not said is as in Gulati et al. (2020), large.</summary>
public sealed record ConformerSettings
{
    /// <summary>The heads of the self-attention; divides the feature dim.</summary>
    public int Heads { get; init; } = 8;

    /// <summary>The hidden units of the feed-forward parts; four times the feature dim if null.</summary>
    public int? FeedForward { get; init; }

    /// <summary>The frames that the depthwise convolution sees.</summary>
    public int FilterSize { get; init; } = 32;

    /// <summary>
    /// How much is dropped before the last map of each part, where RETURNN needs no layer for it.
    /// </summary>
    public double Dropout { get; init; } = 0.1;

    /// <summary>How much is dropped of what a part adds to its input; one layer more for each part if above 0.</summary>
    public double ResidualDropout { get; init; }

    /// <summary>How much is dropped of the attention weights.</summary>
    public double AttentionDropout { get; init; } = 0.1;

    /// <summary>Frames further apart than this have the same learned relative position; null for no positions.</summary>
    public int? Clipping { get; init; } = 16;

    /// <summary>The activation of the feed-forward parts and behind the batch norm.</summary>
    public Func<Tensor, Tensor> Activation { get; init; } = x => Ops.Swish(x);

    /// <summary>The normalisation behind the depthwise convolution.</summary>
    public BatchNormSettings BatchNorm { get; init; } = new();
}
