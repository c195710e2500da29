using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>What one comparison of two forms found.</summary>
/// <param name="Subject">The lowering rule, or what is compared.</param>
/// <param name="Places">In how many places the rule fired.</param>
/// <param name="Deviations">Everything that was compared, with the largest difference.</param>
/// <param name="Estimators">
/// Variables that differ only because the fused batch norm keeps the variance of which the batch is a sample, n/(n-1) times its own;
/// this is known and no error.
/// </param>
/// <param name="IsEqual">Whether all differences are rounding.</param>
internal sealed record VerificationRow(
    string Subject,
    int Places,
    ImmutableArray<Deviation> Deviations,
    ImmutableArray<string> Estimators,
    bool IsEqual
)
{
    /// <summary>The largest difference of one kind; null if nothing of the kind was compared.</summary>
    internal double? Largest(DeviationKind kind) =>
        Deviations.Where(deviation => deviation.Kind == kind).Select(deviation => (double?)deviation.Relative).Max();
}
