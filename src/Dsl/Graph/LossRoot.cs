using System.Collections.Immutable;

namespace NetDsl;

/// <summary>Something to minimise.</summary>
internal sealed record LossRoot(string Name, Tensor Value, double Scale, SourceLocation Location, int Step)
{
    /// <summary>Whether what is minimised is normalised, too, not only what is reported.</summary>
    internal bool IsNormalized { get; init; }

    /// <summary>Whether it is reported as an error and not minimised.</summary>
    internal bool IsError { get; init; }

    /// <summary>Whether RETURNN packs the frames before it sums them.</summary>
    internal bool PacksFrames { get; init; } = true;

    /// <summary>What it is divided by to be normalised: the sum of all entries; null for the number of frames.</summary>
    internal Tensor? Normalizer { get; init; }

    /// <summary>Whether the normalizer is there when the value is computed: a layer that others are made of, or made before.</summary>
    internal bool NormalizerComesFirst =>
        Normalizer is null || Normalizer.Node.Net is null || Normalizer.Node.Id < Value.Node.Id;

    /// <summary>All tensors of it.</summary>
    internal ImmutableArray<Tensor> Tensors => Normalizer is null ? [Value] : [Value, Normalizer];
}
