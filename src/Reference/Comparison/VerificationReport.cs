using System.Collections.Immutable;

namespace NetDsl.Reference;

/// <summary>What a verification found.</summary>
/// <param name="Rows">One for each lowering, or one for two configs.</param>
/// <param name="Diagnostics">What differs, and what could not be computed.</param>
internal sealed record VerificationReport(ImmutableArray<VerificationRow> Rows, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether all could be computed; otherwise there are no rows.</summary>
    internal bool IsComputed { get; init; } = true;

    /// <summary>How many times fewer entries the large dims had, so that it does not take long.</summary>
    internal int Divisor { get; init; } = 1;

    /// <summary>Which dims count as large.</summary>
    internal static int LargeFrom => DimScale.Smallest;
}
