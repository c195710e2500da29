using static NetDsl.Ops;

namespace NetDsl.Layers;

/// <summary>The steps that normalisations have in common.</summary>
internal static class NormBlocks
{
    /// <summary><c>(x - mean) / sqrt(variance + epsilon)</c>, with mean and biased variance over the given dims.</summary>
    internal static Tensor Normalized(Tensor x, Shape axes, double epsilon, bool masked = true)
    {
        var centered = x - ReduceMean(x, axes, masked);
        return centered * Rsqrt(ReduceMean(Square(centered), axes, masked) + epsilon);
    }

    /// <summary>Scaled and shifted, by what there is.</summary>
    internal static Tensor Affine(Tensor normed, Parameter? scale, Parameter? bias)
    {
        var scaled = scale is null ? normed : normed * scale;
        return bias is null ? scaled : scaled + bias;
    }

    /// <summary>
    /// A scale of 1 and a shift of 0, as far as wanted. They are named as RETURNN's own layers name them, so that fused and primitive
    /// form share checkpoints (contract 0.5).
    /// </summary>
    internal static (Parameter? Scale, Parameter? Bias) Parameters(
        Dim feature,
        bool hasScale,
        bool hasBias,
        SourceLocation made
    )
    {
        return (hasScale ? Make("scale", initial: 1.0) : null, hasBias ? Make("bias", initial: 0.0) : null);

        Parameter Make(string name, double initial) =>
            new([feature], initial, name: name, file: made.Path, line: made.Line);
    }

    /// <summary>What is added to a variance must not make it negative.</summary>
    internal static double CheckedEpsilon(double epsilon) =>
        double.IsFinite(epsilon) && epsilon >= 0
            ? epsilon
            : throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "Epsilon is a number from 0.");
}
