using System.Globalization;

namespace NetDsl.Layers;

/// <summary>ND4xxx: what fusing changes.</summary>
internal static class FusionDiagnostics
{
    /// <summary>The fused batch norm takes a larger epsilon than the model says.</summary>
    internal static Diagnostic EpsilonRaised(double epsilon, SourceLocation location) =>
        new(
            "ND4010",
            Severity.Warning,
            $"The fused batch norm raises its epsilon of {epsilon.ToString("R", CultureInfo.InvariantCulture).ToLowerInvariant()} to 1.001e-5."
        )
        {
            Location = location,
            Suggestion = "Use an epsilon of at least 1.001e-5, or emit it from blocks with --no-lower=batch_norm.",
        };

    /// <summary>The fused batch norm stores another running variance than the blocks would.</summary>
    internal static Diagnostic VarianceEstimator(string parameter, SourceLocation location) =>
        new(
            "ND4011",
            Severity.Info,
            $"The fused batch norm stores \"{parameter}\" with Bessel's correction n/(n-1); from blocks it is the biased variance."
        )
        {
            Location = location,
            Layer = parameter,
        };
}
