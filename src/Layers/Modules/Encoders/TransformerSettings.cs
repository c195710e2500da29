namespace NetDsl.Layers;

/// <summary>How the blocks of a <see cref="TransformerEncoder"/> are made; what is not said is as in Vaswani et al. (2017), base.</summary>
public sealed record TransformerSettings
{
    /// <summary>The heads of the self-attention; divides the feature dim.</summary>
    public int Heads { get; init; } = 8;

    /// <summary>The hidden units of the feed-forward parts; four times the feature dim if null.</summary>
    public int? FeedForward { get; init; }

    /// <summary>How much is dropped before the last map of each part, where RETURNN needs no layer for it.</summary>
    public double Dropout { get; init; } = 0.1;

    /// <summary>How much is dropped of what a part adds to its input; one layer more for each part if above 0.</summary>
    public double ResidualDropout { get; init; }

    /// <summary>How much is dropped of the attention weights.</summary>
    public double AttentionDropout { get; init; } = 0.1;

    /// <summary>Whether a frame sees only itself and what came before, as in a language model.</summary>
    public bool Causal { get; init; }

    /// <summary>Frames further apart than this have the same learned relative position; null for none, beside absolute ones.</summary>
    public int? Clipping { get; init; }

    /// <summary>Whether sines of the absolute position are added to what the first block reads; one layer.</summary>
    public bool AbsolutePositions { get; init; } = true;

    /// <summary>The activation of the feed-forward parts.</summary>
    public Func<Tensor, Tensor> Activation { get; init; } = x => Ops.Relu(x);
}
