using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>Numbers brought to mean 0 and variance 1.</summary>
internal static class Normalization
{
    /// <summary>Over the axes; the variance is the biased one.</summary>
    internal static Value Of(Value value, ImmutableArray<int> axes, double epsilon)
    {
        var centered = value - value.Mean(axes);
        var variance = centered.Apply(Unary.Square).Mean(axes);
        return centered * (variance + epsilon).Apply(Unary.Rsqrt);
    }
}
