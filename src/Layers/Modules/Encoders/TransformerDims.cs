namespace NetDsl.Layers;

/// <summary>The dims that all blocks of a <see cref="TransformerEncoder"/> have in common, so that a config names each once.</summary>
internal sealed class TransformerDims
{
    internal TransformerDims(Dim model, TransformerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(model);
        var size =
            model.Size ?? throw new ArgumentException($"The blocks need a dim of fixed size, but {model} has none.");
        Model = model;
        Hidden = Dim.Feature($"{model.Name}_ff", settings.FeedForward ?? checked(4 * size));
        Heads = new(settings.Heads, keySize: null, model);
    }

    /// <summary>What goes into each part and comes out.</summary>
    internal Dim Model { get; }

    /// <summary>The hidden units of the feed-forward part.</summary>
    internal Dim Hidden { get; }

    /// <summary>How the attention deals its features out to heads.</summary>
    internal AttentionHeads Heads { get; }
}
