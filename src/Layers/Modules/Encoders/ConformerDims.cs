namespace NetDsl.Layers;

/// <summary>The dims that all blocks of a <see cref="ConformerEncoder"/> have in common, so that a config names each once.</summary>
internal sealed class ConformerDims
{
    internal ConformerDims(Dim model, ConformerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(model);
        var size =
            model.Size ?? throw new ArgumentException($"The blocks need a dim of fixed size, but {model} has none.");
        Model = model;
        Hidden = Dim.Feature($"{model.Name}_ff", settings.FeedForward ?? checked(4 * size));
        Gated = Dim.Feature($"{model.Name}_gated", checked(2 * size));
        Heads = new(settings.Heads, keySize: null, model);
    }

    /// <summary>What goes into each part and comes out.</summary>
    internal Dim Model { get; }

    /// <summary>The hidden units of the feed-forward parts.</summary>
    internal Dim Hidden { get; }

    /// <summary>The values and gates of the convolution part.</summary>
    internal Dim Gated { get; }

    /// <summary>How the attention deals its features out to heads.</summary>
    internal AttentionHeads Heads { get; }
}
